import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { SCHEMA } from "../../src/model/schema.ts";
import { languageOf } from "../../src/components/language.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { EXAMPLES } from "../../src/query/examples.ts";
import { openDatabase } from "../../src/query/node.ts";
import { test } from "./site.ts";

const { words } = languageOf("zh");
const t = words.console;

/** Runs until somebody stops it; rows come only at its end. */
const ENDLESS = "SELECT count(*) FROM range(1000000000000) AS a, range(1000) AS b";

let db: OpenDatabase;
beforeAll(async () => {
  db = await openDatabase(join(ROOT, "public/data/atlas.duckdb"));
});
afterAll(() => db.close());

const addressOf = (sql: string) => `console/?${new URLSearchParams({ sql })}`;
const editor = (page: Page) => page.locator(".cm-content");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function write(page: Page, script: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(script);
}

async function answered(page: Page): Promise<void> {
  await page.locator('.console-result[aria-busy="false"]').waitFor();
}

const headOf = (page: Page) => page.locator(".console-head [role=status]").textContent();
const cellsOf = (page: Page) =>
  page
    .locator(".console-rows tbody tr[data-index]")
    .evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((c) => c.textContent)));

describe("the console", () => {
  test("runs the script of its address, and asks no other host", async ({ visit }) => {
    const sql = "SELECT name, amount_yuan FROM projects ORDER BY amount_yuan DESC, name LIMIT 3";
    const { page, errors, foreign } = await visit(addressOf(sql));
    await answered(page);
    const rows = await db.rows<{ name: string; amount: string }>(
      `SELECT name, amount_yuan::VARCHAR AS amount FROM (${sql})`,
    );
    expect(rows).toHaveLength(3);
    expect(await cellsOf(page)).toEqual(rows.map(({ name, amount }) => [name, amount]));
    await page.locator(".console-chart svg").waitFor();
    expect(await page.locator(".console-chart rect").count()).toBe(3);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("runs what is written, by keyboard; back and forward lead through the scripts", async ({
    visit,
  }) => {
    const { page, errors } = await visit("console/?from=test");
    await write(page, "SELECT 1 AS a");
    await page.keyboard.press("ControlOrMeta+Enter");
    await answered(page);
    expect(await cellsOf(page)).toEqual([["1"]]);
    expect(new URL(page.url()).search).toBe("?sql=SELECT+1+AS+a&from=test");
    await write(page, "SELECT 2 AS a");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByRole("cell", { name: "2", exact: true }).waitFor();

    await page.goBack();
    await page.getByRole("cell", { name: "1", exact: true }).waitFor();
    expect(await editor(page).textContent()).toBe("SELECT 1 AS a");
    await page.goForward();
    await page.getByRole("cell", { name: "2", exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test("completes tables and columns, and lets the focus go", async ({ visit }) => {
    const { page } = await visit("console/");
    await write(page, "FROM proj");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete").getByText("project_regions").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".cm-tooltip-autocomplete").waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    expect(await editor(page).evaluate((node) => node === document.activeElement)).toBe(false);
    await write(page, "SELECT projects.amount_y");
    await page.locator(".cm-tooltip-autocomplete").getByText("amount_yuan").waitFor();
    // Too quick a key is not taken for an answer to a list that has just come.
    await page.waitForTimeout(200);
    await page.keyboard.press("Tab");
    expect(await editor(page).textContent()).toBe("SELECT projects.amount_yuan");
  });

  test("answers every example, and keeps what was run in this browser", async ({ visit }) => {
    const { page, errors } = await visit("console/");
    for (const [name, sql] of Object.entries(EXAMPLES)) {
      const question = t.examples[name as keyof typeof EXAMPLES];
      await button(page, question).click();
      await page.waitForFunction(
        (sql) => new URL(location.href).searchParams.get("sql") === sql,
        sql,
      );
      await answered(page);
      const rows = await db.rows(sql);
      expect(await headOf(page), question).toContain(`${rows.length} 行`);
    }
    await page.reload();
    await page.locator("summary", { hasText: t.historyTitle }).click();
    const history = page.locator(".console-sources > details").last();
    expect(await history.locator("li").count()).toBe(Object.keys(EXAMPLES).length);
    await button(page, t.forget).click();
    expect(await history.textContent()).toContain(t.noHistory);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(errors).toEqual([]);
  });

  test("says in words what is wrong, with the engine's own beside", async ({ visit }) => {
    const { page } = await visit(addressOf("SELECT nme FROM projects"));
    await answered(page);
    const alert = page.getByRole("alert");
    expect(await alert.textContent()).toContain("没有名为“nme”的列");
    expect(await alert.locator("pre").textContent()).toContain("Binder Error");
  });

  test.for([
    "DROP TABLE projects",
    "SET lock_configuration = false",
    "ATTACH 'https://example.org/x.duckdb'",
    "INSTALL httpfs",
    "COPY projects TO 'x.csv'",
  ])("reads, and does nothing else: %s", async (sql, { visit }) => {
    const { page, foreign } = await visit(addressOf(sql));
    await answered(page);
    expect(await page.getByRole("alert").textContent()).toContain(sql.split(" ")[0]);
    expect(foreign).toEqual([]);
  });

  test("reaches no other host, whatever it is asked", async ({ visit }) => {
    const { page, foreign } = await visit(
      addressOf("SELECT * FROM read_csv('https://example.org/x.csv')"),
    );
    await answered(page);
    expect(await page.getByRole("alert").textContent()).toContain(t.errors.outside);
    expect(foreign).toEqual([]);
  });

  test("stops a statement that runs on, and goes on with the next", async ({ visit }) => {
    const { page, errors } = await visit(addressOf(ENDLESS));
    await page.getByText(t.running, { exact: true }).waitFor();
    await button(page, t.stop).click();
    await page.getByText(t.stopped).waitFor();
    await write(page, "SELECT 7 AS a");
    await button(page, t.run).click();
    await page.getByRole("cell", { name: "7", exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test("lists thousands of rows a screen at a time, and says where it cuts", async ({ visit }) => {
    const { page } = await visit(addressOf("SELECT range AS n FROM range(60000)"));
    await answered(page);
    expect(await headOf(page)).toBe(t.cut(50_000));
    expect(await page.locator(".console-rows table").getAttribute("aria-rowcount")).toBe("50001");
    expect(await page.locator(".console-rows tbody tr").count()).toBeLessThan(80);
    await page.locator(".console-rows").evaluate((box) => (box.scrollTop = box.scrollHeight));
    await page.getByRole("cell", { name: "49999", exact: true }).waitFor();
    expect(await page.locator('tr[aria-rowindex="50001"]').count()).toBe(1);

    const downloads = page.waitForEvent("download");
    await button(page, t.csv.exact).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe(`${t.fileName}.csv`);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect([lines.length, lines[0], lines.at(-2), lines.at(-1)]).toEqual([
      60_002,
      "n",
      "59999",
      "",
    ]);
  });

  test("draws other columns if asked", async ({ visit }) => {
    const { page } = await visit(addressOf("SELECT level1, value, weight FROM indicators"));
    await page.locator(".console-chart svg").waitFor();
    await page.getByLabel(t.axes.x).selectOption({ label: "value" });
    await page.getByLabel(t.axes.y).selectOption({ label: "value" });
    await page.locator(".console-chart circle").first().waitFor();
    expect(await page.locator(".console-chart h3").textContent()).toBe(t.chartOf("value", "value"));
  });

  test("waits for the first touch where the connection is slow", async ({ visit }) => {
    const { page } = await visit("console/");
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { effectiveType: "2g" } }),
    );
    const wasm: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".wasm")) wasm.push(request.url());
    });
    await page.context().route("**/engine/*.wasm", (route) => route.continue());
    await page.goto(addressOf("SELECT 5 AS a"));
    await page.getByText(words.engine.absent).waitFor();
    await page.waitForTimeout(2500);
    expect(wasm).toEqual([]);
    await button(page, t.run).click();
    await page.getByRole("cell", { name: "5", exact: true }).waitFor();
  });

  test("says so where the browser cannot run the engine, and leads elsewhere", async ({
    visit,
  }) => {
    const { page } = await visit("404.html");
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto("console/");
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(words.engine.faults.unsupported);
    expect(await notice.locator("a").count()).toBeGreaterThan(3);
    expect(await notice.getByRole("button").count()).toBe(0);
  });

  test("can be tried once more where the engine did not come", async ({ visit }) => {
    const { page } = await visit("404.html");
    await page.context().route("**/engine/*.wasm", (route) => route.abort());
    await page.goto(addressOf("SELECT 3 AS a"));
    await page.getByText(words.engine.faults.unreachable).waitFor();
    await page.context().unroute("**/engine/*.wasm");
    await button(page, words.engine.retry).click();
    await page.locator(".engine").waitFor({ state: "detached" });
    await button(page, t.run).click();
    await page.getByRole("cell", { name: "3", exact: true }).waitFor();
  });

  test("lets the engine go when it is left, and has it again when the reader is back", async ({
    visit,
  }) => {
    const { page } = await visit(addressOf("SELECT 1 AS a"));
    await answered(page);
    expect(page.workers()).toHaveLength(1);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })),
    );
    await expect.poll(() => page.workers().length).toBe(0);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    );
    await page.locator(".engine").waitFor({ state: "detached" });
    await button(page, t.run).click();
    await answered(page);
    expect(page.workers()).toHaveLength(1);
  });

  test("without JavaScript tells how to query, and lists tables and columns", async ({ visit }) => {
    const { page } = await visit("console/", { javaScript: false });
    expect(await page.locator("noscript").textContent()).toContain(t.noscript);
    expect(await page.locator('noscript a[href="/data/atlas.duckdb"]').count()).toBe(1);
    expect(await page.locator(".console-work").isVisible()).toBe(false);
    expect(await page.locator(".console-tables > li").count()).toBe(SCHEMA.length);
    expect(await page.locator(".console-tables dt").count()).toBe(
      SCHEMA.reduce((sum, { columns }) => sum + columns.length, 0),
    );
  });

  test.for([390, 360])("fits a phone of %d pixels", async (width, { visit }) => {
    const { page } = await visit(addressOf(EXAMPLES.largest), { width });
    await answered(page);
    await page.locator(".console-chart svg").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.locator(".console-sources > details[open]").count()).toBe(0);
  });
});
