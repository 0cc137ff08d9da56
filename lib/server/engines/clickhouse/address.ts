/** Where the members are: one server a shard. */
export interface ClickhouseAddress {
  readonly nodes: readonly ClickhouseNode[];
  readonly database: string;
  /** The cluster's name in the servers' `remote_servers`; null: every server is asked by itself. */
  readonly cluster: string | null;
}

export interface ClickhouseNode {
  /** An origin: http://host:port. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,60}$/;

/**
 * Reads CLICKHOUSE_URL: one address a shard, separated by commas, e.g.
 * `http://nod:secret@ch1:8123/nod?cluster=nod,http://nod:secret@ch2:8123`. Database (else `nod`) and cluster stand in the
 * first address. null: it cannot be read.
 */
export function parseClickhouseUrl(value: string): ClickhouseAddress | null {
  const parts = value.split(",").map((part) => part.trim());
  if (!parts.every((part) => URL.canParse(part))) return null;
  const urls = parts.map((part) => new URL(part));
  const [first, ...others] = urls;
  if (!first || !urls.every(({ protocol }) => ["http:", "https:"].includes(protocol))) return null;
  if (others.some(({ pathname, search }) => pathname !== "/" || search !== "")) return null;
  if (new Set(urls.map(({ origin }) => origin)).size < urls.length) return null;
  const database = first.pathname === "/" ? "nod" : first.pathname.slice(1);
  const cluster = first.searchParams.get("cluster");
  if (!identifier.test(database) || (cluster !== null && !identifier.test(cluster))) return null;
  if ([...first.searchParams.keys()].some((name) => name !== "cluster")) return null;
  const nodes = urls.map((url) => ({
    url: url.origin,
    user: decodeURIComponent(url.username) || "default",
    password: decodeURIComponent(url.password),
  }));
  return { nodes, database, cluster };
}
