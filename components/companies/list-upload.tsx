"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatPeopleInFull as whole } from "@/lib/format/people";
import { ListProgress } from "./list-progress";
import { ListReview } from "./list-review";
import { StageButtons } from "./stage-buttons";
import type { ListTarget } from "./upload-list";
import { useListUpload } from "./use-list-upload";

type ListUploadProps = Parameters<typeof useListUpload>[0] & {
  fileName: string;
  targets: readonly ListTarget[];
  onBack: () => void;
  /** What closing the dialog has to do while rows are under way; null: nothing. */
  onUnderWay: (giveUp: (() => Promise<void>) | null) => void;
  onGivenUp: () => void;
};

/** A prepared list on its way: looked through, sent, stopped and gone on with. */
export function ListUpload({ fileName, targets, ...props }: ListUploadProps) {
  const { list, replaced, onBack, onUnderWay, onGivenUp } = props;
  const { stage, start, goOn, giveUp } = useListUpload(props);
  const { at } = stage;
  // The dialog's own close button must do what "Stop" does.
  useEffect(() => {
    onUnderWay(at === "sending" || at === "stopped" ? giveUp : null);
  });
  const stop = async () => {
    await giveUp();
    onGivenUp();
  };
  switch (stage.at) {
    case "idle":
    case "starting":
      return (
        <ListReview
          {...{ list, fileName, targets, replaced, onBack }}
          refusal={stage.at === "idle" ? stage.refusal : null}
          busy={stage.at === "starting"}
          onUpload={(to) => void start(to)}
        />
      );
    case "sending":
    case "done":
      return (
        <>
          <ListProgress
            label="Sending hashes"
            done={stage.at === "done" ? list.usable : stage.sent}
            total={list.usable}
          />
          <p className="text-ink-2 text-sm">
            {replaced
              ? "The people on the list now stay on it until the last row has arrived."
              : "The list takes effect when the last row has arrived."}
          </p>
          <StageButtons>
            <Button disabled={stage.at === "done"} onClick={() => void stop()}>
              Stop
            </Button>
          </StageButtons>
        </>
      );
    case "stopped":
      return (
        <>
          <Notice kind="bad" live="alert" title="The upload stopped">
            {stage.problem} {whole(stage.sent)} of {whole(list.usable)} rows arrived and are kept
            for a day; it goes on from there.
          </Notice>
          <StageButtons>
            <Button onClick={() => void stop()}>Give up</Button>
            <Button variant="primary" onClick={() => void goOn()}>
              Go on
            </Button>
          </StageButtons>
        </>
      );
  }
}
