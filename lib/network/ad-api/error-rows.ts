/** One row of the documentation's table of refusals; the conformance suite meets every one of them. */
export interface ErrorRow {
  /** "code" or "code/subcode". */
  readonly code: string;
  readonly when: string;
  readonly status: number;
  /** The same call may succeed in a moment. */
  readonly transient?: true;
  /** Not Meta's. */
  readonly ours?: true;
}

export const errorRows = [
  { code: "190", status: 401, when: "no token" },
  { code: "190/463", status: 401, when: "the token has expired" },
  { code: "190/467", status: 401, when: "the token is unknown or was revoked" },
  { code: "102", status: 401, when: "a token of the dashboard's own, after its process ended" },
  { code: "200", status: 403, when: "a token that may only read would change something" },
  {
    code: "100/33",
    status: 400,
    when: "no such object, or one of another workspace or account: the words are the same",
  },
  {
    code: "100",
    status: 400,
    when: "a parameter is missing, wrong or unknown, or a field does not exist; `blame_field_specs` names it",
  },
  {
    code: "100/4834011",
    status: 400,
    when: "a campaign without budget and without `is_adset_budget_sharing_enabled`",
  },
  { code: "100/1885621", status: 400, when: "a budget on both campaign and ad set" },
  {
    code: "100/1870227",
    status: 400,
    when: "`targeting_automation.advantage_audience` is missing",
  },
  {
    code: "100/1885364",
    status: 400,
    when: "an ad set with neither a place nor a custom audience",
  },
  {
    code: "100/1487079",
    status: 400,
    when: "a segment is unknown, retired or forbidden, restricted to a special ad category that the campaign does not declare, or about children and narrowed by age or gender",
  },
  { code: "100/1885272", status: 400, when: "the budget is below the least" },
  {
    code: "100/1713230",
    status: 400,
    when: "a name that suggests a forbidden category, such as health or financial hardship",
  },
  { code: "2500", status: 400, when: "a path, method or `fields` syntax that is not served" },
  {
    code: "4",
    status: 400,
    transient: true,
    when: "the workspace's programs have asked too often; the usage headers say until when, here and below",
  },
  { code: "17/2446079", status: 400, when: "an ad account was asked too often" },
  { code: "613/1487742", status: 400, when: "an ad account was changed too often in a second" },
  { code: "80000/2446079", status: 400, when: "too many insights of an ad account" },
  { code: "80003/2446079", status: 400, when: "too many calls on an ad account's audiences" },
  { code: "80004/2446079", status: 400, when: "too many other calls to an ad account" },
  {
    code: "613/9100001",
    status: 400,
    ours: true,
    when: "the week's new estimates are used up",
  },
  {
    code: "100/9100002",
    status: 400,
    ours: true,
    when: "the interests are combined in too many ways; `blame_field_specs` names the box to shorten",
  },
  {
    code: "2/9100003",
    status: 503,
    transient: true,
    ours: true,
    when: "part of the reach engine is away: nothing was counted",
  },
  {
    code: "100/9100006",
    status: 400,
    ours: true,
    when: "a custom audience is too small or not ready, or a lookalike is left out or stands beside others",
  },
  { code: "2601", status: 400, transient: true, when: "a report that is not ready yet" },
  {
    code: "2601/9100007",
    status: 400,
    ours: true,
    when: "a report that failed, or is older than 30 days",
  },
  { code: "1", status: 500, transient: true, when: "a fault of ours" },
] as const satisfies readonly ErrorRow[];

export type ErrorCode = (typeof errorRows)[number]["code"];
