import { read, utils } from "@e965/xlsx";
import { DuckDBInstance } from "@duckdb/node-api";
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import { recordsOf } from "../../src/components/explorer/columns.ts";
import { languageOf } from "../../src/components/language.ts";
import { toCsv } from "../../src/components/take/csv.ts";
import type { Format } from "../../src/components/take/files.ts";
import type { Records } from "../../src/components/take/records.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { sliceRows } from "../../src/query/slice-rows.ts";
import { openAtlas, settled } from "./explorer-page.ts";
import { test } from "./site.ts";

const chinese = languageOf("zh");
const { words } = chinese;
/** More rows than the page shows at once, some without an amount, targets that look like formulas. */
const SEARCH = "?sort=-name&tab=indicators";

let db: OpenDatabase;
let expected: Records;
beforeAll(async () => {
  db = await openAtlas();
  expected = recordsOf(await sliceRows(db, parseSlice(SEARCH)), chinese);
});
afterAll(() => db.close());

/** Opens the menu and takes the table in a format; gives the file's name and path. */
async function take(page: Page, format: Format) {
  const menu = page.locator("details.take");
  if (!(await menu.evaluate((menu: HTMLDetailsElement) => menu.open))) {
    await menu.locator("summary").first().click();
  }
  const downloads = page.waitForEvent("download");
  await menu.getByRole("button", { name: words.take.formats[format][0], exact: true }).click();
  const download = await downloads;
  return { name: download.suggestedFilename(), path: await download.path() };
}

describe("what is taken away is what is shown, all rows", () => {
  test("as CSV, as a workbook, as SQL and in an archive", async ({ visit }) => {
    const { page, errors, foreign } = await visit(`explore/${SEARCH}`);
    await settled(page);
    expect(expected.data.length).toBeGreaterThan(25);

    const csv = await take(page, "csv");
    expect(csv.name).toBe("指标.csv");
    expect(readFileSync(csv.path, "utf8")).toBe(toCsv(expected, "exact"));

    const spreadsheet = await take(page, "spreadsheet");
    expect(readFileSync(spreadsheet.path, "utf8")).toBe(toCsv(expected, "spreadsheet"));

    const workbook = read(readFileSync((await take(page, "xlsx")).path));
    const rows = utils.sheet_to_json(workbook.Sheets["指标"]!, { header: 1, defval: null });
    expect(rows).toEqual([expected.fields.map(({ title }) => title), ...expected.data]);

    const sql = readFileSync((await take(page, "sql")).path, "utf8");
    const answer = await db.rows<Record<string, unknown>>(sql.replace(/^--.*\n/gm, ""));
    expect(answer.map((row) => row["indicatorId"])).toEqual(column("indicator_id"));

    const zip = unzipSync(readFileSync((await take(page, "zip")).path));
    expect(strFromU8(zip["指标/data.csv"]!)).toBe(toCsv(expected, "exact"));
    expect(strFromU8(zip["指标/citation.txt"]!)).toContain(new URL(page.url()).host);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("as Parquet, which DuckDB reads", async ({ visit }) => {
    const { page } = await visit(`explore/${SEARCH}`);
    await settled(page);
    const { path } = await take(page, "parquet");
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `SELECT indicator_id, value::DOUBLE AS value FROM read_parquet('${path}')`,
    );
    const rows = reader.getRowObjectsJson();
    expect(rows.map((row) => row["indicator_id"])).toEqual(column("indicator_id"));
    expect(rows.map((row) => row["value"])).toEqual(column("value"));
  });
});

/** A column of the rows that are expected. */
function column(name: string) {
  const i = expected.fields.findIndex((field) => field.name === name);
  return expected.data.map((row) => row[i]);
}

describe("a selection", () => {
  test("can be cited, with a link that leads back to it", async ({ visit }) => {
    const { page } = await visit("en/explore/?region=441400");
    await settled(page);
    await page.locator("details.take > summary").click();
    await page.locator("details.citations > summary").click();
    const texts = await page.locator(".citations dd").allTextContents();
    expect(texts).toHaveLength(3);
    const day = new Date().getFullYear();
    for (const text of texts) {
      expect(text).toContain("en/explore/?region=441400");
      expect(text).toContain(String(day));
    }
  });
});

describe("a chart", () => {
  test("is a picture of its own, as SVG and as PNG", async ({ visit }) => {
    const { page, errors } = await visit("explore/?region=441400");
    await settled(page);
    const figure = page.locator(".figure-regions");
    const title = await figure.locator("h3").textContent();
    const save = async (name: string) => {
      const downloads = page.waitForEvent("download");
      await figure.getByRole("button", { name, exact: true }).click();
      return readFileSync(await (await downloads).path());
    };
    const svg = (await save(words.take.picture.svg)).toString("utf8");
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toContain("region=441400");
    expect(svg).not.toContain("var(");

    const png = await save(words.take.picture.png);
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(2 * Number(/^<svg[^>]* width="(\d+)"/m.exec(svg)?.[1]));
    expect(height).toBeGreaterThan(400);
    expect(errors).toEqual([]);
  });

  test.for([320, 1200])(
    "stands in a frame of %i px with its selection and language",
    async (width, { visit }) => {
      const { page, errors, foreign } = await visit("en/embed/?chart=flows&region=441400", {
        width,
      });
      await page.locator('.embed[aria-busy="false"]').waitFor();
      await page.locator(".engine").waitFor({ state: "detached" });
      await page.locator(".embed svg a").first().waitFor();
      // Before the engine is asked for, the frame shows everything.
      await page.locator('.embed .figure-foot a[href*="/en/explore/?region=441400"]').waitFor();
      expect(await page.locator(".embed h1").textContent()).toMatch(/[a-z]/);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isWide).toBe(false);
      expect(errors).toEqual([]);
      expect(foreign).toEqual([]);
    },
  );

  test("says in a frame without JavaScript where it is to be seen", async ({ visit }) => {
    const { page } = await visit("embed/?chart=flows", { javaScript: false });
    expect(await page.locator("noscript a").count()).toBeGreaterThan(0);
  });
});
