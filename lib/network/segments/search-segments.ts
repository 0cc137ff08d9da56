import { getSegment, isCollectable, listAllowed, type Segment } from "./taxonomy";

/** Lower case without accents and punctuation, words parted by one space. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

interface Entry {
  readonly segment: Segment;
  readonly name: string;
  readonly path: string;
}

const entries: readonly Entry[] = listAllowed().map((segment) => ({
  segment,
  name: plain(segment.name),
  path: plain(searchablePath(segment)),
}));

/** Names from the root down without forbidden branches: nobody finds weather under politics. */
function searchablePath(segment: Segment): string {
  const parent = segment.parentId === null ? null : getSegment(segment.parentId);
  const above = parent ? searchablePath(parent) : "";
  return isCollectable(segment) ? `${above} ${segment.name}` : above;
}

/**
 * Segments whose name or path holds every word of the query (each at the start of a word), the best first: the name starts
 * with the query, then words of the name, then words of the path; equals by how short the path is, then taxonomy order.
 * Forbidden segments are never found. An empty query finds nothing.
 */
export function searchSegments(query: string, limit = 20): readonly Segment[] {
  const asked = plain(query);
  if (asked === "") return [];
  const words = asked.split(" ");
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, asked, words) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank || depth(a.entry) - depth(b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry.segment);
}

const noMatch = 4;

function rankOf({ name, path }: Entry, asked: string, words: readonly string[]): number {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (words.every((word) => startsWord(name, word))) return 2;
  return words.every((word) => startsWord(path, word)) ? 3 : noMatch;
}

const startsWord = (text: string, word: string): boolean =>
  text.startsWith(word) || text.includes(` ${word}`);

const depth = ({ segment }: Entry): number => segment.path.split(" > ").length;
