"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { allSegmentsQuery } from "./queries";
import { SegmentTree } from "./segment-tree";
import { type SegmentOrder, treeOf } from "./segment-tree-data";

interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface BrowseDrawerProps {
  /** The box it fills. */
  label: string;
  chosen: readonly string[];
  onChoose: (choices: readonly Choice[]) => void;
  onClose: () => void;
}

const orders: readonly { readonly value: SegmentOrder; readonly label: string }[] = [
  { value: "offer", label: "By subject" },
  { value: "size", label: "Largest first" },
];

/** The whole offer as a tree; a tick chooses at once, and undo takes it back. */
export function BrowseDrawer({ label, chosen, onChoose, onClose }: BrowseDrawerProps) {
  const { data, error, refetch } = useQuery(allSegmentsQuery());
  const [words, setWords] = useState("");
  const [order, setOrder] = useState<SegmentOrder>("offer");
  const names = new Map(data?.map((segment) => [segment.id, segment.name]));
  const toggle = (id: string, on: boolean) => {
    const ids = on ? [...chosen, id] : chosen.filter((each) => each !== id);
    onChoose(ids.map((each) => ({ id: each, label: names.get(each) ?? each })));
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title="Browse interests"
      description={`${label}: ${chosen.length} chosen. A category holds everything under it.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="mb-3 flex gap-2">
        <Field label="Find in the list" hideLabel className="min-w-0 flex-1">
          <Input
            type="search"
            placeholder="Find in the list"
            value={words}
            onValueChange={setWords}
          />
        </Field>
        <Field label="Order" hideLabel className="w-40">
          <Select
            options={orders}
            value={order}
            onValueChange={(value) => setOrder(value === "size" ? "size" : "offer")}
          />
        </Field>
      </div>
      {error && (
        <Notice
          kind="bad"
          live="alert"
          title="The interests could not be loaded"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {!data && !error && (
        <div aria-busy className="flex flex-col gap-3">
          {["w-40", "w-56", "w-48", "w-64", "w-36"].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      )}
      {data && (
        <SegmentTree
          nodes={treeOf(data, words, order)}
          open={words !== ""}
          chosen={chosen}
          onToggle={toggle}
        />
      )}
    </Drawer>
  );
}
