import { dice } from "../workload";

const germany = JSON.stringify({ geo_locations: { countries: ["IN"] } });

interface Node {
  readonly id: string;
}

/** What programs read all day, in shares of a hundred: objects and lists, insights, searches, an estimate that is asked again. */
export async function mixedReads(root: string, token: string): Promise<() => string> {
  const read = async (path: string): Promise<readonly Node[]> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${root}/${path}`, { headers });
    return ((await answer.json()) as { data: Node[] }).data;
  };
  const accounts = await read("me/adaccounts?limit=50");
  const campaigns = (
    await Promise.all(accounts.map(({ id }) => read(`${id}/campaigns?limit=50`)))
  ).flat();
  if (accounts.length === 0 || campaigns.length === 0) throw new Error("There is nothing to read.");
  const random = dice(7);
  const one = (list: readonly Node[]) => list[Math.floor(random() * list.length)]?.id ?? "";
  const kinds: readonly (readonly [share: number, path: () => string])[] = [
    [5, () => "me/adaccounts?fields=name,currency,timezone_name"],
    [10, () => `${one(accounts)}?fields=name,currency,account_status`],
    [20, () => `${one(accounts)}/campaigns?fields=name,objective,effective_status,created_time`],
    [20, () => `${one(campaigns)}?fields=name,status,effective_status,daily_budget`],
    [15, () => `${one(campaigns)}/adsets?fields=name,targeting,effective_status`],
    [15, () => `${one(campaigns)}/insights?fields=impressions,reach,spend&date_preset=last_7d`],
    [10, () => "search?type=adinterest&q=sport"],
    [5, () => `${one(accounts)}/reachestimate?${new URLSearchParams({ targeting_spec: germany })}`],
  ];
  return () => {
    let left = random() * 100;
    const kind = kinds.find(([share]) => {
      left -= share;
      return left < 0;
    });
    return `${root}/${kind?.[1]() ?? "me"}`;
  };
}
