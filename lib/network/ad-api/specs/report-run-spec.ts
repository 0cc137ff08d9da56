import { makeReport } from "../make-report";
import type { ReadField } from "../node-type";
import type { FieldSpec, ObjectSpec } from "../object-spec";
import { isOver, runData } from "../report-run";
import type { AdObject } from "../store";
import { formatTime } from "../zone-time";

const day = (about: string, of: "since" | "until"): FieldSpec => ({
  answers: "day",
  about,
  read: (run) => {
    const days = runData(run)
      .ask?.ranges.map((range) => range[of])
      .sort();
    return of === "since" ? days?.[0] : days?.at(-1);
  },
});

/** How far it is. A server that ended may have left it: whoever asks gets it begun again. */
const standing =
  (of: (run: AdObject) => unknown): ReadField<AdObject> =>
  (run, account, scope) => {
    void makeReport(scope, account, run);
    return of(run);
  };

/** A report that is being made or was made; `POST .../insights` begins one. */
export const reportRunSpec: ObjectSpec = {
  kind: "reportrun",
  name: "AdReportRun",
  edge: "insights",
  fields: {
    id: { answers: "id", about: "Its id.", read: (run) => String(run.id) },
    account_id: {
      answers: "id",
      about: "The digits of its account.",
      read: (run) => run.accountId,
    },
    async_status: {
      answers: "text",
      about: "Job Not Started, Job Started, Job Running, Job Completed or Job Failed.",
      read: standing((run) => runData(run).async_status),
    },
    async_percent_completion: {
      answers: "integer",
      about: "How far it is.",
      read: standing((run) => runData(run).async_percent_completion),
    },
    is_running: {
      answers: "flag",
      about: "Whether it is being made.",
      read: standing((run) => !isOver(run)),
    },
    date_start: day("The first day asked for.", "since"),
    date_stop: day("The last day asked for.", "until"),
    time_ref: {
      answers: "integer",
      about: "When it was asked for, in Unix seconds of network time.",
      read: (run) => Math.floor(run.createdTime.getTime() / 1000),
    },
    time_completed: {
      answers: "time",
      about: "When it was done.",
      read: (run, account) => {
        const at = runData(run).time_completed;
        return at && formatTime(new Date(at), account.timeZone);
      },
    },
  },
  rules: [],
};
