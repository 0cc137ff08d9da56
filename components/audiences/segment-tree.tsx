"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/cn";
import { shortSize } from "./segment-options";
import type { SegmentNode } from "./segment-tree-data";

interface SegmentTreeProps {
  nodes: readonly SegmentNode[];
  /** Every branch is open: somebody searches. */
  open: boolean;
  chosen: readonly string[];
  onToggle: (id: string, on: boolean) => void;
}

export function SegmentTree({ nodes, open, chosen, onToggle }: SegmentTreeProps) {
  if (nodes.length === 0) return <p className="text-ink-2">No interest is called that.</p>;
  return (
    <ul className="flex flex-col gap-0.5">
      {nodes.map((node) => (
        <Branch
          key={node.segment.id}
          node={node}
          depth={0}
          open={open}
          chosen={chosen}
          onToggle={onToggle}
        />
      ))}
    </ul>
  );
}

interface BranchProps extends Omit<SegmentTreeProps, "nodes"> {
  node: SegmentNode;
  depth: number;
}

function Branch({ node, depth, open, chosen, onToggle }: BranchProps) {
  const { segment, children } = node;
  const [isOpened, setOpened] = useState(depth === 0);
  const shows = open || isOpened;
  const isRoot = segment.parent_id === null && children.length > 0;
  return (
    <li>
      <div className="flex items-center gap-1">
        {children.length > 0 ? (
          <button
            type="button"
            aria-expanded={shows}
            aria-label={`${segment.name}: what is under it`}
            onClick={() => setOpened(!shows)}
            className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken pointer-coarse:size-11"
          >
            <ChevronRight
              aria-hidden
              className={cn("size-4 transition-transform", shows && "rotate-90")}
            />
          </button>
        ) : (
          <span className="size-7 shrink-0 pointer-coarse:size-11" />
        )}
        {isRoot ? (
          <span className="flex-1 font-medium">{segment.name}</span>
        ) : (
          <Checkbox
            className="min-w-0 flex-1 items-center"
            label={segment.name}
            description={
              segment.policy === "restricted" && (
                <span className="inline-block first-letter:uppercase">{segment.reason}</span>
              )
            }
            checked={chosen.includes(segment.id)}
            onCheckedChange={(on) => onToggle(segment.id, on)}
          />
        )}
        {segment.size && (
          <span className="shrink-0 text-ink-2 text-sm">{shortSize(segment.size)}</span>
        )}
      </div>
      {shows && children.length > 0 && (
        <ul className="ml-3.5 border-line border-l pl-2">
          {children.map((child) => (
            <Branch
              key={child.segment.id}
              node={child}
              depth={depth + 1}
              open={open}
              chosen={chosen}
              onToggle={onToggle}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
