import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const REAL = join(ROOT, "data/disclosures");
const folder = mkdtempSync(join(tmpdir(), "publish-"));
const [from, to] = [join(folder, "in"), join(folder, "out")];

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "scripts", script), ...args],
    { encoding: "utf8", cwd: folder },
  );
  return { status, stdout, stderr };
}

type CsvRow = Record<string, string>;
const table = (name: string, where = to) =>
  Papa.parse<CsvRow>(readFileSync(join(where, `${name}.csv`), "utf8").trim(), { header: true })
    .data;

afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder with all kinds of trouble", () => {
  let result: ReturnType<typeof run>;

  beforeAll(() => {
    mkdirSync(join(from, "sub"), { recursive: true });
    const real = "huadu-government-office-projects.txt";
    copyFileSync(join(REAL, real), join(from, real));
    copyFileSync(join(REAL, real), join(from, "sub", real));
    writeFileSync(join(from, "empty.txt"), "");
    writeFileSync(join(from, "image.png"), Uint8Array.from([0x89, 0x50, 0, 1, 2, 3]));
    writeFileSync(join(from, "scan.pdf"), "%PDF-1.7\n");
    writeFileSync(join(from, "notice 1.txt"), "关于开会的通知\n各单位：\n");
    symlinkSync(join(folder, "nowhere"), join(from, "lost.txt"));
    const whole = readFileSync(join(REAL, "nansha-hk-macao-office-projects-2024.txt"), "utf8");
    writeFileSync(join(from, "cut.txt"), whole.slice(0, whole.indexOf("报销及时性") + 30));
    result = run("publish.ts", "--from", from, "--to", to);
  });

  it("ends well", () => {
    expect(result.stderr).toBe("");
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/8 files \(6 not or partly read\), 22 projects/);
  });

  it("gives each file a row with a status", () => {
    const rows = table("disclosures").map((row) => [row["disclosure_id"], row["status"]]);
    expect(Object.fromEntries(rows)).toEqual({
      cut: "partly",
      empty: "unrecognised",
      "huadu-government-office-projects": "read",
      "huadu-government-office-projects~2": "read",
      image: "unrecognised",
      lost: "unrecognised",
      "notice-1": "unrecognised",
      scan: "unrecognised",
    });
  });

  it("says of each what is the matter", () => {
    const found = table("findings").map((row) => [row["disclosure_id"], row["rule"]]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["cut", "document/partly-read"],
        ["cut", "amount/projects-differ-from-total"],
        ["empty", "document/unrecognised"],
        ["image", "document/unrecognised"],
        ["lost", "document/unrecognised"],
        ["scan", "document/unrecognised"],
        ["notice-1", "document/unrecognised"],
        ["huadu-government-office-projects~2", "document/duplicate-name"],
      ]),
    );
    const notes = table("disclosures").map((row) => row["note"]);
    expect(notes).toContain("文件是空的（the file is empty）");
    expect(notes.join()).toMatch(/PDF 文件已损坏.+the PDF is damaged/);
  });

  it("leaves the good ones unharmed", () => {
    const own = table("indicators").filter(
      (row) => row["disclosure_id"] === "huadu-government-office-projects",
    );
    expect(own).toHaveLength(25);
  });

  it("infers what no sources.csv says, and marks it so", () => {
    const row = table("disclosures").find((each) => each["file"]?.startsWith("huadu"));
    expect([row?.["fiscal_year"], row?.["fiscal_year_basis"]]).toEqual(["", "none"]);
  });
});

describe("the published bytes", () => {
  it("are the same in two runs", () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    expect(run("publish.ts", "--to", one).status).toBe(0);
    expect(run("publish.ts", "--to", two).status).toBe(0);
    for (const file of ["indicators.csv", "projects.parquet", "datapackage.json"])
      expect(readFileSync(join(one, file)).equals(readFileSync(join(two, file)))).toBe(true);
  });
});

describe("bad arguments", () => {
  it.each([
    [
      "a folder that is not there",
      "publish.ts",
      ["--from", "nowhere"],
      /^--from nowhere is not a folder; .+\n$/,
    ],
    [
      "a folder without files",
      "publish.ts",
      ["--from", join(REAL, "../reference/none")],
      /is not a folder; .+\n$/,
    ],
    [
      "an unknown flag",
      "publish.ts",
      ["--form", "x"],
      /^Unknown option '--form'.*; Usage: npm run data.+\n$/,
    ],
    ["no id to trace", "trace.ts", [], /^give one ID; .+\n$/],
    ["an id that is nowhere", "trace.ts", ["p99", "--data", to], /^no row has the id p99; .+\n$/],
    [
      "data that is nowhere",
      "trace.ts",
      ["p99", "--data", "none"],
      /holds no published data; run .+\n$/,
    ],
  ])("%s: one line, exit 2", (_, script, args, line) => {
    const { status, stderr, stdout } = run(script, ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(line);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("trace", () => {
  const real = join(folder, "real");
  const trace = (id: string) => run("trace.ts", id, "--data", real);
  beforeAll(() => {
    run("publish.ts", "--to", real, "--cache", join(folder, "cache"));
  });

  it("shows record, cells and the very text", () => {
    const { stdout } = trace("huadu-government-office-projects/p08/i02");
    expect(stdout).toMatch(/level1_printed +24-可持续影响/);
    expect(stdout).toMatch(/\[1\] 值班管理系统/);
    expect(stdout).toMatch(/【2、24-可持续影响；24-可持续影响；网络安全性；.+100%。?】/);
  });

  it.each([
    ["a project", "guangzhou-cooperation-office-projects/p17", /【对口帮扶梅州资金/],
    ["a finding", "huadu-government-office-projects/level/misplaced/1", /【2、24-可持续影响/],
    [
      "a region of a project, at the words that name it",
      "guangzhou-cooperation-office-projects/p17/441400",
      /【对口帮扶梅州资金】/,
    ],
    ["a total", "totals:guangzhou-cooperation-office-projects/1", /【合计\t233, 875\. 26/],
    ["a task", "tasks:guangzhou-cooperation-office-department/1", /【协调落实广州市与国内/],
    [
      "a budget line by its name",
      "guangzhou-cooperation-office-department/项目支出",
      /【项目支出 265,460\.48】/,
    ],
    ["a document at its goal", "guangzhou-cooperation-office-department", /【我办将学习贯彻/],
    [
      "a finding about a whole document",
      "guangzhou-cooperation-office-projects/level/not-printed/1",
      /has no place in its text/,
    ],
  ])("finds %s", (_, id, text) => {
    const { status, stdout } = trace(id);
    expect(status).toBe(0);
    expect(stdout).toMatch(text);
  });
});
