import { globSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { describe, expect, it } from "vitest";
import {
  cycles,
  importsOf,
  impurities,
  nodeInBrowser,
  nodeOutside,
  shapeless,
  strays,
  type SourceFile,
} from "./structure.ts";

const FILES = globSync("src/**/*.{ts,tsx,js,jsx,mjs,astro}").map((path) => ({
  path: path.replaceAll(sep, "/"),
  text: readFileSync(path, "utf8"),
}));

describe("the source", () => {
  it("is found", () => {
    expect(FILES.map(({ path }) => path)).toContain("src/text.ts");
  });

  it.each([
    ["points its imports at the model, stage by stage and layer by layer", strays],
    ["keeps Node to the few places that are named", nodeOutside],
    ["keeps Node out of what the browser loads", nodeInBrowser],
    ["imports in no circle", cycles],
    ["reads neither clock nor environment nor disk", impurities],
    ["has no folder for anything", shapeless],
  ])("%s", (_, rule) => {
    expect(rule(FILES)).toEqual([]);
  });
});

/** One bad file. */
const file = (path: string, text: string): SourceFile[] => [{ path: `src/${path}`, text }];

describe("an import", () => {
  it.each([
    ["of a value", 'import { a } from "../text.ts";'],
    ["of a type", 'import type { A } from "../text.ts";'],
    ["over several lines", 'import {\n  a,\n  b,\n} from "../text.ts";'],
    ["for its effect", 'import "../text.ts";'],
    ["passed on by name", 'export { a } from "../text.ts";'],
    ["passed on whole", 'export * from "../text.ts";'],
    ["at run time", 'const a = await import("../text.ts");'],
    ["in a type", 'let a: import("../text.ts").A;'],
    ["with a query", 'import a from "../text.ts?raw";'],
    ["from the root", 'import a from "/src/text.ts";'],
  ])("%s is seen", (_, text) => {
    expect(importsOf({ path: "src/query/slice.ts", text })).toEqual(["src/text.ts"]);
  });

  it.each([
    ["in the frontmatter", '---\nimport a from "../text.ts";\n---\n<p>{a}</p>'],
    ["in a script", '<p></p>\n<script>\n  import a from "../text.ts";\n</script>'],
    ["as the source of a script", '<script src="../text.ts"></script>'],
    ["in an expression", '<ul>{xs.map((x) => <li>{import("../text.ts")}</li>)}</ul>'],
  ])("%s of an Astro file is seen", (_, text) => {
    expect(importsOf({ path: "src/pages/index.astro", text })).toEqual(["src/text.ts"]);
  });

  it.each([
    ["in a comment", '// import "../text.ts"'],
    ["in a string", 'const sql = `SELECT a from "../text.ts"`;'],
    ["in the words of a page", '<p>import "../text.ts"</p>'],
  ])("%s is none", (_, text) => {
    expect(importsOf({ path: "src/pages/index.astro", text: `---\n---\n${text}` })).toEqual([]);
  });
});

describe("a stray is reported", () => {
  it.each([
    ["text imports nothing of ours", "text.ts", "./model/table.ts"],
    ["the model imports nothing of ours", "model/table.ts", "../text.ts"],
    ["stages do not know one another", "recognise/index.ts", "../normalise/target.ts"],
    ["a stage does not know the pipeline", "check/run.ts", "../pipeline.ts"],
    ["the pipeline runs where publish cannot", "pipeline.ts", "./publish/csv.ts"],
    ["queries know no charts", "query/slice.ts", "../charts/flow.ts"],
    ["charts know no components", "charts/flow.ts", "../components/Page.astro"],
    ["pages meet the stages in the data only", "pages/data.astro", "../check/index.ts"],
    ["one page alone reads a visitor's file", "pages/data.astro", "../pipeline.ts"],
    ["data is passed in", "normalise/region.ts", "../../data/reference/regions.csv?raw"],
    ["scripts use src, not the reverse", "check/run.ts", "../../scripts/publish.ts"],
  ])("%s: %s → %s", (_, path, name) => {
    const [stray, ...others] = strays(file(path, code(path, name)));
    expect(stray).toMatch(`src/${path} → `);
    expect(others).toEqual([]);
  });

  it("for a part that nobody designed", () => {
    expect(strays(file("engine/run.ts", ""))).toEqual([
      "src/engine/run.ts is in no part of the design",
    ]);
  });

  it.each([
    ["its own part", "check/index.ts", "./run.ts"],
    ["a leaf", "recognise/index.ts", "../model/reading.ts"],
    ["a stage from the pipeline", "pipeline.ts", "./recognise/index.ts"],
    ["a query from a page", "pages/index.astro", "../query/regions.ts"],
    ["the pipeline from the page for a visitor's file", "pages/inspect.astro", "../pipeline.ts"],
    ["the pipeline from its island", "components/inspect/Inspect.tsx", "../../pipeline.ts"],
    ["a package", "check/run.ts", "papaparse"],
  ])("but not for %s", (_, path, name) => {
    expect(strays(file(path, code(path, name)))).toEqual([]);
  });
});

describe("Node is reported", () => {
  it.each([
    ["in a stage", "extract/pdf.ts", "node:fs"],
    ["without its prefix", "charts/flow.ts", "path"],
    ["as DuckDB for Node", "query/slice.ts", "@duckdb/node-api"],
    ["as a DOM", "charts/flow.ts", "linkedom"],
    ["in a page", "pages/index.astro", "node:fs"],
  ])("%s", (_, path, name) => {
    expect(nodeOutside(file(path, code(path, name)))).toEqual([`src/${path} → ${name}`]);
  });

  it.each([
    ["publish/duckdb.ts", "@duckdb/node-api"],
    ["query/published.ts", "node:path"],
    ["charts/render.ts", "linkedom"],
  ])("but not in %s", (path, name) => {
    expect(nodeOutside(file(path, code(path, name)))).toEqual([]);
  });

  it("but not where an island takes its types", () => {
    const text = 'import type { A } from "../../charts/render.ts";';
    expect(nodeInBrowser(file("components/explorer/Explorer.tsx", text))).toEqual([]);
  });

  it("where an island reaches it over others", () => {
    const files = [
      ...file("components/explorer/Explorer.tsx", 'import "../../charts/flow.ts";'),
      ...file("charts/flow.ts", 'export * from "./render.ts";'),
      ...file("charts/render.ts", 'import { parseHTML } from "linkedom";'),
    ];
    expect(nodeInBrowser(files)).toEqual([
      "src/components/explorer/Explorer.tsx … → src/charts/render.ts",
    ]);
  });
});

describe("a circle is reported", () => {
  it("as the way around it", () => {
    const files = [
      ...file("check/index.ts", 'import "./run.ts";'),
      ...file("check/run.ts", 'import "./amount.ts";'),
      ...file("check/amount.ts", 'export * from "./run.ts";'),
    ];
    expect(cycles(files)).toEqual(["src/check/run.ts → src/check/amount.ts → src/check/run.ts"]);
  });

  it("but not where two ways meet", () => {
    const files = [
      ...file("check/index.ts", 'import "./run.ts"; import "./amount.ts";'),
      ...file("check/run.ts", 'import "./amount.ts";'),
      ...file("check/amount.ts", ""),
    ];
    expect(cycles(files)).toEqual([]);
  });
});

describe("a read of the surroundings is reported", () => {
  it.each([
    ["the clock, as a date", "const now = new Date();", "the time of now"],
    ["the clock, as a text", "const now = Date();", "the time of now"],
    ["the clock, as a number", "const now = Date.now();", "Date.now"],
    ["the environment", "const a = process.env.A;", "process.env"],
    ["the environment, destructured", "const { env } = process;", "process"],
    ["Vite's environment", "const a = import.meta.env.MODE;", "import.meta.env"],
    ["the arguments", 'const a = process["argv"];', "process"],
    ["files by a pattern", 'const all = import.meta.glob("./*.ts");', "import.meta.glob"],
  ])("%s: %s", (_, text, read) => {
    expect(impurities(file("check/run.ts", text))).toContain(`src/check/run.ts: ${read}`);
  });

  it("in an expression of an Astro file", () => {
    const text = "<p>© {new Date().getFullYear()}</p>";
    expect(impurities(file("pages/index.astro", text))).toHaveLength(1);
  });

  it.each([
    ["a date of the data", 'const day = new Date("2025-12-31");'],
    ["the base path, which the build puts in", "const base = import.meta.env.BASE_URL;"],
    ["a thing called a process", "const name = row.process;"],
    ["a comment", "// never Date.now()"],
  ])("but not %s", (_, text) => {
    expect(impurities(file("check/run.ts", text))).toEqual([]);
  });

  it("but not the number of the process, by which publish names its work", () => {
    expect(impurities(file("publish/folder.ts", "process.pid;"))).toEqual([]);
    expect(impurities(file("check/run.ts", "process.pid;"))).toHaveLength(1);
  });

  it("but not where the published data is opened", () => {
    expect(impurities(file("query/published.ts", "process.env.ATLAS;"))).toEqual([]);
  });
});

it.each(["src/utils/money.ts", "src/normalise/helpers.ts", "src/lib/index.ts"])(
  "a place for anything is reported: %s",
  (path) => {
    expect(shapeless([{ path, text: "" }])).toEqual([path]);
  },
);

/** A file with one import, in the language of its ending. */
function code(path: string, name: string): string {
  const statement = `import a from "${name}";`;
  return path.endsWith(".astro") ? `---\n${statement}\n---\n` : statement;
}
