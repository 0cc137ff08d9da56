"use client";

import { useEffect, useRef, useState } from "react";
import { ask, asSent, NoAnswer } from "@/lib/ask";
import type { HashedRow, PreparedList } from "@/lib/companies/customer-list/list-reader";
import { rowsACall, uploadRows } from "@/lib/companies/customer-list/upload-rows";
import type { Refusal } from "@/lib/result";
import type { CreateList, DeleteList, ReplacedList } from "./upload-list";

export type UploadStage =
  | { readonly at: "idle"; readonly refusal: Refusal | null }
  | { readonly at: "starting" }
  | { readonly at: "sending"; readonly sent: number }
  | { readonly at: "stopped"; readonly sent: number; readonly problem: string }
  | { readonly at: "done" };

export interface WhereTo {
  readonly clientId: string;
  readonly companyId: string;
  readonly name: string;
}

interface Upload {
  readonly list: PreparedList;
  readonly rows: (from: number, to: number) => Promise<readonly HashedRow[]>;
  readonly replaced: ReplacedList | null;
  readonly create: CreateList;
  readonly remove: DeleteList;
  readonly onDone: () => void;
}

/** One upload: where it goes, its session, and how many calls arrived. */
interface Session {
  readonly clientId: string;
  readonly listId: string;
  readonly sessionId: string;
  arrived: number;
}

const unreachable = (): string =>
  navigator.onLine === false ? "You are offline." : "The server cannot be reached.";

/** Sends a prepared list call after call. What arrived is not lost when a call fails: the upload goes on from there. */
export function useListUpload({ list, rows, replaced, create, remove, onDone }: Upload) {
  const [stage, setStage] = useState<UploadStage>({ at: "idle", refusal: null });
  const session = useRef<Session | null>(null);
  const stop = useRef<AbortController | null>(null);
  // A list that is asked for twice, because the first answer was lost, is made once.
  const operation = useRef(crypto.randomUUID());
  useEffect(() => () => stop.current?.abort(), []);

  const sentOf = ({ arrived }: Session) => Math.min(arrived * rowsACall, list.usable);

  async function send(to: Session) {
    const abort = new AbortController();
    stop.current = abort;
    setStage({ at: "sending", sent: sentOf(to) });
    const { clientId, listId, sessionId } = to;
    const operationName = replaced ? "replace" : "add";
    try {
      await uploadRows({
        ...{ total: list.usable, arrived: to.arrived, take: rows },
        send: async (batch) => {
          const { columns, usable: total } = list;
          const upload = { clientId, listId, sessionId, operation: operationName, total, columns };
          const body = { ...upload, ...batch };
          await ask("/api/companies/lists/rows", asSent(), { body, signal: abort.signal });
        },
        onArrived: (calls) => {
          to.arrived = calls;
          setStage({ at: "sending", sent: sentOf(to) });
        },
      });
      setStage({ at: "done" });
      onDone();
    } catch (error) {
      if (abort.signal.aborted) return;
      const known = error instanceof NoAnswer && error.code !== "unreachable";
      const problem = known ? error.message : unreachable();
      setStage({ at: "stopped", sent: sentOf(to), problem });
    }
  }

  return {
    stage,

    async start({ clientId, companyId, name }: WhereTo) {
      setStage({ at: "starting" });
      const sessionId = crypto.randomUUID();
      if (replaced) {
        session.current = { clientId, listId: replaced.id, sessionId, arrived: 0 };
        return send(session.current);
      }
      const input = { clientId, companyId, name, operationId: operation.current };
      const made = await create(input).catch(() => null);
      if (!made?.ok) {
        const refusal = made?.error ?? { code: "unreachable", message: unreachable() };
        setStage({ at: "idle", refusal });
        return;
      }
      session.current = { clientId, listId: made.value.id, sessionId, arrived: 0 };
      return send(session.current);
    },

    async goOn() {
      if (session.current) await send(session.current);
    },

    /** Gives the upload up. A list that was made for it goes with it; one that was to be replaced stays as it was. */
    async giveUp() {
      stop.current?.abort();
      const given = session.current;
      session.current = null;
      if (!given || replaced) return;
      await remove({ clientId: given.clientId, listId: given.listId }).catch(() => null);
    },
  };
}
