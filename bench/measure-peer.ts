import { difference, type Panel } from "./panel";
import { openClickhouse } from "./peers/clickhouse";
import { openDuckdb } from "./peers/duckdb";
import type { OpenPeer } from "./peers/peer";
import { openRoaring } from "./peers/roaring";
import { gather, type People } from "./people";
import type { Asked } from "./questions";
import { summary, type Times, timed } from "./timing";

export interface PeerResult {
  readonly name: string;
  readonly load: number;
  readonly bytes: number | null;
  readonly questions: Times;
  /** Our median and 95th percentile over the very same questions. */
  readonly oursOnTheSame: Times;
}

/** How many rounds of eight questions each is asked: the slow ones would take minutes. */
const openers: Readonly<Record<string, { readonly open: OpenPeer; readonly rounds: number }>> = {
  roaring: { open: openRoaring, rounds: 25 },
  duckdb: { open: openDuckdb, rounds: 2 },
  clickhouse: { open: openClickhouse, rounds: 5 },
};

export const peerNames = Object.keys(openers);

/** People in columns, gathered once for all peers of one size that want them. */
export function gatherOnce(members: number): () => People {
  let people: People | undefined;
  return () => {
    people ??= gather(members);
    return people;
  };
}

/** Asks a peer our questions; throws when an answer is not ours. */
export async function measurePeer(
  name: string,
  members: number,
  people: () => People,
  asked: readonly Asked[],
  ours: { readonly panels: readonly Panel[]; readonly times: readonly number[] },
): Promise<PeerResult> {
  const opener = openers[name];
  if (!opener) throw new Error(`There is no peer called ${name}.`);
  if (name !== "clickhouse") people();
  const { ms: load, value: peer } = await timed(() => opener.open(members, people));
  try {
    const count = Math.min(asked.length, opener.rounds * 8);
    for (const { question } of asked.slice(0, 8)) await peer.answer(question);
    const times: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const [one, panel] = [asked[i], ours.panels[i]];
      if (!one || !panel) break;
      const { ms, value } = await timed(() => peer.answer(one.question));
      times.push(ms);
      const differs = difference(panel, value);
      if (differs) {
        throw new Error(
          `${peer.name} answers question ${one.step + 1} of round ${Math.floor(i / 8) + 1} otherwise: ${differs}.`,
        );
      }
    }
    return {
      name: peer.name,
      load,
      bytes: peer.bytes,
      questions: summary(times),
      oursOnTheSame: summary(ours.times.slice(0, count)),
    };
  } finally {
    await peer.close();
  }
}
