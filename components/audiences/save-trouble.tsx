"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { describeRules } from "@/lib/audiences/describe";
import type { Names } from "@/lib/audiences/names";
import { formatAge } from "@/lib/format/age";
import type { Content, Saving } from "./use-saving";

/** What stands between the draft and being saved, and what to do about it. */
export function SaveTrouble({
  saving,
  content,
  names,
}: {
  saving: Saving;
  content: Content;
  names: Names;
}) {
  const { state, theirs } = saving;
  if (state.kind === "unreachable") {
    return (
      <Notice
        kind="warn"
        live="status"
        title="Saving does not get through"
        action={
          <Button size="sm" onClick={() => void saving.saveNow()}>
            Try now
          </Button>
        }
      >
        Your changes are kept here and in the address of this page, and are sent as soon as the
        server can be reached.
      </Notice>
    );
  }
  if (state.kind === "refused") {
    const missing = Object.values(state.fields);
    if (missing.length === 0) {
      return (
        <Notice kind="bad" live="alert" title="Not saved">
          {state.message}
        </Notice>
      );
    }
    return (
      <Notice kind="bad" live="alert" title="Not ready for use in campaigns yet">
        <ul>
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        The draft is kept as it is.
      </Notice>
    );
  }
  if (state.kind !== "conflict" || !theirs) return null;
  const age = formatAge(Date.now() - theirs.updatedAt.getTime());
  return (
    <Notice kind="warn" live="alert" title={`${theirs.updatedBy} changed this audience ${age}`}>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="font-medium">Theirs</dt>
        <dd>
          {theirs.name && `${theirs.name}: `}
          {describeRules(theirs.rules, names)}
        </dd>
        <dt className="font-medium">Yours</dt>
        <dd>
          {content.name && `${content.name}: `}
          {describeRules(content.rules, names)}
        </dd>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => saving.takeTheirs(theirs)}>
          Take theirs
        </Button>
        <Button size="sm" onClick={() => void saving.keepMine(state.theirs)}>
          Keep mine
        </Button>
      </div>
    </Notice>
  );
}
