// One ClickHouse server as a child process of cluster.mjs: the library of the chdb package, run as `clickhouse local` that
// listens. It serves until its standard input closes, so it never outlives whoever started it.
import { createRequire } from "node:module";
import path from "node:path";
import { DataType, load, open } from "ffi-rs";

const [folder, config, tcpPort, httpPort] = process.argv.slice(2);
const library = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@chdb/lib-linux-x64-gnu/package.json")),
  "libchdb.so",
);

open({ library: "chdb", path: library });
const args = [
  "clickhouse-local",
  `--path=${folder}`,
  `--config-file=${config}`,
  `--tcp_port=${tcpPort}`,
  `--http_port=${httpPort}`,
  "--listen_host=127.0.0.1",
  "--query=SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP; SELECT count() FROM file('stdin', 'LineAsString', 's String')",
];
// Blocks until the server ends; nothing is promised without `runInNewThread`.
void load({
  library: "chdb",
  funcName: "chdb_query_cmdline",
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
});
