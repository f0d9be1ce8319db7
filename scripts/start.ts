// Builds the data and the site, and serves it on this machine.

import { join } from "node:path";
import { readArguments, refuse, ROOT, run } from "./command.ts";
import { serve } from "./serve.ts";

const USAGE = `Usage: npm start [-- --port N]

Builds the data and the site, serves it on this machine and prints the address.

  --port N   port to serve on (default 4321); the next free one if it is taken
  --help     this text

Environment: BASE_PATH, SITE_URL (see astro.config.mjs)`;

const { values } = readArguments(USAGE, { port: { type: "string", default: "4321" } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1024 || port > 65_535)
  refuse(`--port ${values.port} is not a port; give a whole number from 1024 to 65535`);

if (!(await run("npm", ["run", "build"]))) {
  console.error("the build failed; the reason stands above");
  process.exit(1);
}
const site = await serve(join(ROOT, "dist"), { port, base: process.env["BASE_PATH"] ?? "/" });
console.log(`\n预算绩效图谱 is served at ${site.address} (Ctrl+C stops it)`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void site.close().then(() => process.exit(0)));
