"use client";

import Link from "next/link";
import { Popover } from "@/components/ui/popover";
import { ReachWhyButton } from "./reach-why-button";

export function ReachWhyPopover() {
  return (
    <Popover
      defaultOpen
      side="top"
      title="Why a range, and not a number?"
      trigger={<ReachWhyButton />}
      className="w-96"
    >
      <ul className="flex list-disc flex-col gap-2 pl-5 text-ink-2">
        <li>
          An exact count, asked often enough, tells what one person likes. So the network adds a
          little noise to every count before it leaves, and shows how wide that makes it.
        </li>
        <li>Fewer than 1,000 people are never counted out: the number is hidden.</li>
        <li>
          The same question gets the same answer for the week, so asking again neither helps nor
          costs. New questions use up a weekly budget that your agency's clients share.
        </li>
        <li>
          Only people who said yes to ads by their interests are counted, and someone who opts out
          is left out of every new question.
        </li>
      </ul>
      <p className="mt-3">
        <Link href="/method" className="text-accent underline">
          How numbers about people are made
        </Link>
      </p>
    </Popover>
  );
}
