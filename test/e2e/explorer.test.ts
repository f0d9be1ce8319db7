import { afterAll, beforeAll, describe, expect } from "vitest";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import { languageOf } from "../../src/components/language.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { slicePart } from "../../src/query/slice.ts";
import {
  MEIZHOU,
  box,
  chooseMeizhou,
  expectSlice,
  inNode,
  onPage,
  openAtlas,
  rowsOn,
  settled,
} from "./explorer-page.ts";
import { test } from "./site.ts";

const chinese = languageOf("zh");
const { words } = chinese;

let db: OpenDatabase;
beforeAll(async () => {
  db = await openAtlas();
});
afterAll(() => db.close());

describe("the explorer", () => {
  test("starts with everything, without an error and without asking another host", async ({
    visit,
  }) => {
    const { page, errors, foreign } = await visit("explore/");
    await settled(page);
    await expectSlice(page, db, "");
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("slices to a place as a query in Node does, announces it, and goes back", async ({
    visit,
  }) => {
    const { page, errors } = await visit("explore/?from=test");
    await settled(page);
    await chooseMeizhou(page);
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
    expect((await rowsOn(page)).length).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe(`?region=${MEIZHOU}&from=test`);
    expect(await page.locator(".selection").textContent()).toContain("受益地区为梅州市");
    const { headline } = await slicePart(db, parseSlice(`?region=${MEIZHOU}`), "headline");
    const { projects, indicators } = headline;
    expect(await page.locator('.explorer > [role="status"]').textContent()).toBe(
      words.explorer.announce(projects, indicators),
    );

    await page.goBack();
    await settled(page);
    await expectSlice(page, db, "");
    await page.goForward();
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
    await page.getByRole("button", { name: words.explorer.clear }).click();
    await settled(page);
    await expectSlice(page, db, "");
    expect(errors).toEqual([]);
  });

  test("is restored by its address, measure, table and sort included", async ({ visit }) => {
    const search = "?measure=indicators&sort=-target&tab=indicators&type=产出指标&type=成本指标";
    const { page } = await visit(`explore/${search}`);
    await settled(page);
    await expectSlice(page, db, search);
    expect(await box(page, "type", "产出指标").isChecked()).toBe(true);
    expect(await page.locator('input[name="measure"][value="indicators"]').isChecked()).toBe(true);
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe(
      words.explorer.columns.target,
    );
    await page.reload();
    await settled(page);
    await expectSlice(page, db, search);
  });

  test("sorts by the head of a column, and again the other way round", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const head = page.getByRole("button", { name: words.explorer.columns.indicators, exact: true });
    await head.click();
    await settled(page);
    expect(await rowsOn(page)).toEqual((await inNode(db, "?sort=-indicators")).rows);
    await head.click();
    await settled(page);
    expect(await rowsOn(page)).toEqual((await inNode(db, "?sort=indicators")).rows);
  });

  test("shows how far the engine has come, and takes choices meanwhile", async ({ visit }) => {
    const { page } = await visit("explore/");
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.context().route("**/engine/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator(".engine progress").waitFor();
    await chooseMeizhou(page);
    await page.getByText(words.explorer.stale).waitFor();
    release();
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
  });

  test("says so where the engine does not come, leads elsewhere, and can be tried once more", async ({
    visit,
  }) => {
    const { page } = await visit("explore/");
    await page.context().route("**/engine/*.wasm", (route) => route.abort());
    await page.goto(`explore/?region=${MEIZHOU}`);
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(words.engine.faults.unreachable);
    const links = await notice
      .locator("a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["/regions/", "/departments/", "/indicators/", "/projects/", "/data/"]);
    expect((await onPage(page)).figures).toEqual((await inNode(db, "")).figures);

    await page.context().unroute("**/engine/*.wasm");
    await page.getByRole("button", { name: words.engine.retry }).click();
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
  });

  test("lets the engine go when it is left, and has it again when the reader is back", async ({
    visit,
  }) => {
    const { page } = await visit("explore/");
    await settled(page);
    expect(page.workers()).toHaveLength(1);
    const turn = (type: string) =>
      page.evaluate(
        (type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })),
        type,
      );
    await turn("pagehide");
    await expect.poll(() => page.workers().length).toBe(0);
    await turn("pageshow");
    await settled(page);
    await chooseMeizhou(page);
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
  });

  test("loads no engine over a slow connection until it is touched", async ({ visit }) => {
    const { page } = await visit("404.html");
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
    );
    await page.goto("explore/");
    await page.getByText(words.engine.absent).waitFor();
    await page.waitForTimeout(2500);
    expect(page.workers()).toHaveLength(0);
    await page.keyboard.press("Tab");
    await settled(page);
    expect(page.workers()).toHaveLength(1);
  });

  test("says everything without JavaScript", async ({ visit }) => {
    const { page } = await visit("explore/", { javaScript: false });
    await expectSlice(page, db, "");
    expect(await page.locator(".charts svg").count()).toBe(6);
    expect(await page.locator(".engine").isVisible()).toBe(false);
    expect(await page.locator('noscript a[href="/regions/"]').count()).toBe(1);
  });
});
