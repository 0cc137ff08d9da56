import { answerRows } from "./answer-rows";
import { pageParams } from "./common-params";
import { leastDailyBudgets } from "./minimum-budget";
import type { Edge } from "./node-type";
import type { AdAccount } from "./store";

interface Least {
  readonly currency: string;
  readonly minor: number;
}

const amount = { type: "integer", about: "Minor units a day." };

/** `GET /act_n/minimum_budgets`: the least daily budget in every currency, the account's first. */
export const minimumBudgets: Edge<AdAccount> = {
  get: {
    about: "The least daily budget in every currency, the account's own first.",
    run: async (_scope, _node, account, edge) => {
      const own = ({ currency }: Least) => (currency === account.currency ? 0 : 1);
      const rows = [...leastDailyBudgets()].sort(
        (a, b) => own(a) - own(b) || a.currency.localeCompare(b.currency),
      );
      const minor = ({ minor: one }: Least) => one;
      return answerRows(
        rows,
        ({ currency }) => currency,
        {
          currency: ({ currency }) => currency,
          min_daily_budget_imp: minor,
          min_daily_budget_video_views: minor,
          min_daily_budget_low_freq: minor,
          min_daily_budget_high_freq: minor,
        },
        account,
        edge,
        "MinimumBudget",
      );
    },
    params: pageParams,
    fields: {
      currency: { type: "text", about: "ISO 4217." },
      min_daily_budget_imp: amount,
      min_daily_budget_video_views: amount,
      min_daily_budget_low_freq: amount,
      min_daily_budget_high_freq: amount,
    },
    differs: "One minimum holds for every goal; Meta asks for more where actions are rare.",
  },
};
