import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const GOOD = "huadu-government-office-projects.txt";
const MEGABYTE = 2 ** 20;
/** Megabytes of the process and its threads that are more than reading one small file takes. */
const MOST_MEGABYTES = 900;
const folder = mkdtempSync(join(tmpdir(), "limits-"));
const [from, to] = [join(folder, "in"), join(folder, "out")];

/** Sparse files: of their size, but hardly anything on the disk. */
const HUGE: readonly [file: string, start: string, megabytes: number][] = [
  ["scan.pdf", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", 500],
  ["book.xlsx", "PK\u0003\u0004", 520],
  ["list.txt", "项目名称\t年度目标\n", 600],
  ["below.pdf", "%PDF-1.7\n", 150],
  ["below.xlsx", "PK\u0003\u0004", 150],
  ["below.txt", "项目名称\t年度目标\n", 150],
];

let run: { readonly status: number | null; readonly seconds: number; readonly megabytes: number };

beforeAll(() => {
  mkdirSync(from);
  copyFileSync(join(ROOT, "data/disclosures", GOOD), join(from, GOOD));
  for (const [file, start, megabytes] of HUGE) {
    writeFileSync(join(from, file), start, file.endsWith(".txt") ? "utf8" : "latin1");
    truncateSync(join(from, file), megabytes * MEGABYTE);
  }
  const report =
    "process.on('exit', () => console.error('maxrss ' + process.resourceUsage().maxRSS))";
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", `data:text/javascript,${encodeURIComponent(report)}`],
      ...[join(ROOT, "scripts/publish.ts"), "--from", from, "--to", to, "--no-cache"],
    ],
    { encoding: "utf8" },
  );
  const kilobytes = Number(/maxrss (\d+)/u.exec(stderr)?.[1]);
  const seconds = (performance.now() - start) / 1000;
  run = { status, seconds, megabytes: kilobytes / 1024 };
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

const rows = (table: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(to, `${table}.csv`), "utf8").trim(), {
    header: true,
  }).data;

it("refuses huge files in one line each, and reads the good one beside them", () => {
  expect(run.status).toBe(0);
  const disclosures = rows("disclosures");
  for (const [file, , megabytes] of HUGE) {
    const row = disclosures.find((each) => each["file"] === file);
    expect(row?.["status"]).toBe("unrecognised");
    expect(row?.["note"]).toMatch(megabytes < 200 ? /^[^\n]+$/u : /^文件过大：\d+ MB（.+）$/u);
  }
  expect(disclosures.find((each) => each["file"] === GOOD)?.["status"]).toBe("read");
  expect(rows("indicators")).toHaveLength(25);
});

it("takes no more memory and time for them than a bound", () => {
  expect(run.megabytes).toBeGreaterThan(0);
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(run.seconds).toBeLessThan(120);
});
