"use client";

import { useEffect, useRef, useState } from "react";
import {
  type ListChoice,
  type ListHead,
  type ListReader,
  type PreparedList,
  UnreadableList,
} from "@/lib/companies/customer-list/list-reader";

export type FileStage =
  | { readonly at: "choose"; readonly problem: string | null }
  | { readonly at: "reading" }
  | { readonly at: "columns"; readonly head: ListHead; readonly problem: string | null }
  | { readonly at: "hashing"; readonly done: number; readonly total: number }
  | { readonly at: "prepared"; readonly list: PreparedList };

const sentence = (error: unknown): string =>
  error instanceof UnreadableList ? error.message : "The file could not be read.";

/** A chosen file, from its first look to its hashes. Everything stays in the browser. */
export function useListFile(open: (file: File) => ListReader) {
  const [stage, setStage] = useState<FileStage>({ at: "choose", problem: null });
  const [file, setFile] = useState<File | null>(null);
  const [head, setHead] = useState<ListHead | null>(null);
  const reader = useRef<ListReader | null>(null);
  useEffect(() => () => reader.current?.close(), []);

  const reopen = (chosen: File): ListReader => {
    reader.current?.close();
    reader.current = open(chosen);
    return reader.current;
  };
  /** Whether an answer is still wanted: the file may have been closed or changed meanwhile. */
  const still = (one: ListReader) => reader.current === one;

  return {
    stage,
    file,
    rows: (from: number, to: number) => reader.current?.rows(from, to) ?? Promise.resolve([]),

    async choose(chosen: File) {
      setFile(chosen);
      setStage({ at: "reading" });
      const one = reopen(chosen);
      try {
        const found = await one.head();
        if (!still(one)) return;
        setHead(found);
        setStage({ at: "columns", head: found, problem: null });
      } catch (error) {
        if (still(one)) setStage({ at: "choose", problem: sentence(error) });
      }
    },

    async prepare(choice: ListChoice) {
      const one = reader.current;
      if (!one || !head) return;
      setStage({ at: "hashing", done: 0, total: 0 });
      try {
        const list = await one.prepare(choice, (done, total) => {
          if (still(one)) setStage({ at: "hashing", done, total });
        });
        if (still(one)) setStage({ at: "prepared", list });
      } catch (error) {
        if (still(one)) setStage({ at: "columns", head, problem: sentence(error) });
      }
    },

    /** Stops hashing, or comes back from its outcome; what was hashed is forgotten. */
    backToColumns() {
      if (!file || !head) return;
      reopen(file);
      setStage({ at: "columns", head, problem: null });
    },

    backToChoose() {
      reader.current?.close();
      reader.current = null;
      setFile(null);
      setStage({ at: "choose", problem: null });
    },
  };
}
