// Measures the explorer in Chromium, beside Mosaic on the same engine and the same data.
// Usage: npm run bench:explorer [-- --indicators N --rounds N]

import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { chromium, type Browser, type Page } from "playwright-core";
import { createViteServer } from "vitest/node";
import { launchOptions } from "../../scripts/browser.ts";
import { readArguments, refuse, ROOT } from "../../scripts/command.ts";
import { serve } from "../../scripts/serve.ts";
import type { Facet } from "../../src/query/slice-conditions.ts";
import type { Step } from "./explorer-page.ts";

const USAGE = `Usage: npm run bench:explorer [-- --indicators N --rounds N]

Measures in one run, on the published data and on N indicators made from it: the explorer's page
from a click to all charts drawn, its statement alone, and equivalent clients of Mosaic. Wants a
built site (npm run build).

  --indicators N  indicators to make (default 1000000)
  --rounds N      rounds of eight steps (default 5)
  --help          this text`;

const { values } = readArguments(USAGE, {
  indicators: { type: "string", default: "1000000" },
  rounds: { type: "string", default: "5" },
});
const [indicators, rounds] = [wholeNumber("indicators"), wholeNumber("rounds")];

/** Facets that each round narrows and opens again, two at a time. */
const NARROWED: readonly Facet[] = ["region", "type", "department", "theme"];

const folder = mkdtempSync(join(tmpdir(), "bench-explorer-"));
const browser = await chromium.launch(launchOptions());
cpSync(join(ROOT, "dist"), join(folder, "site"), { recursive: true });
// Serves the page of the benchmark, and engine and data beside it: a worker must be of the same host.
const vite = await createViteServer({
  root: join(ROOT, "test/bench"),
  configFile: false,
  logLevel: "error",
  publicDir: join(folder, "site"),
  cacheDir: join(folder, "vite"),
  server: { host: "127.0.0.1", fs: { allow: [ROOT] } },
});
try {
  await vite.listen();
  const published = join(ROOT, "public/data/atlas.duckdb");
  for (const target of [0, indicators]) {
    const made = await makeAtlas(published, join(folder, `${target}.duckdb`), target);
    copyFileSync(made.file, join(folder, "site/data/atlas.duckdb"));
    console.log(`\n${made.indicators} indicators of ${made.projects} projects`);
    console.table(await measure(browser, made.steps));
  }
} finally {
  await Promise.all([browser.close(), vite.close()]);
  rmSync(folder, { recursive: true });
}

function wholeNumber(name: "indicators" | "rounds"): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1)
    refuse(`--${name} ${values[name]} is no number; give a whole number from 1`);
  return number;
}

interface Made {
  readonly file: string;
  readonly indicators: number;
  readonly projects: number;
  readonly steps: Step[];
}

/**
 * An atlas in which each project stands often enough to make that many indicators, its amount a
 * little different each time; and `flat`, a row an indicator, for Mosaic, whose clients ask one table.
 */
async function makeAtlas(published: string, file: string, target: number): Promise<Made> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
  await connection.run(`ATTACH '${published}' AS old (READ_ONLY)`);
  await connection.run(`ATTACH '${file}' AS atlas (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE 16384)`);
  const [{ n }] = (await rows("SELECT count(*)::INTEGER AS n FROM old.indicators")) as [
    { n: number },
  ];
  const copies = Math.max(1, Math.ceil(target / n));
  const copied: Record<string, string> = {
    projects: `* REPLACE (project_id || suffix AS project_id,
      (amount_yuan * (1 + (copy % 97) / 100.0))::DECIMAL(18, 2) AS amount_yuan)`,
    indicators:
      "* REPLACE (indicator_id || suffix AS indicator_id, project_id || suffix AS project_id)",
    project_regions: "* REPLACE (project_id || suffix AS project_id)",
  };
  for (const { name } of await rows(
    "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'old'",
  )) {
    const columns = copied[String(name)];
    await connection.run(
      columns === undefined
        ? `CREATE TABLE atlas.${String(name)} AS FROM old.${String(name)}`
        : `CREATE TABLE atlas.${String(name)} AS
           SELECT * EXCLUDE (copy, suffix) FROM (
             SELECT ${columns} FROM old.${String(name)},
             (SELECT range AS copy, CASE range WHEN 0 THEN '' ELSE '-' || range END AS suffix
              FROM range(${copies})))`,
    );
  }
  await connection.run(`USE atlas`);
  await connection.run(`CREATE TABLE flat AS
    SELECT i.level1, i.target_kind, i.comparison, i.family_id, p.department_id, p.theme, p.unit,
      d.fiscal_year::VARCHAR AS fiscal_year, e.region_code AS city,
      any_value(r.region_code) AS region_code,
      floor(2 * log10(any_value(p.amount_yuan) + 1))::INTEGER AS amount_step
    FROM indicators AS i
    LEFT JOIN projects AS p USING (project_id)
    LEFT JOIN project_regions AS r USING (project_id)
    LEFT JOIN disclosures AS d ON d.disclosure_id = i.disclosure_id
    LEFT JOIN departments AS e ON e.department_id = i.department_id
    GROUP BY i.indicator_id, i.level1, i.target_kind, i.comparison, i.family_id,
      p.department_id, p.theme, p.unit, d.fiscal_year, e.region_code
    ORDER BY region_code`);
  const steps = stepsOf(async (sql) => (await rows(sql)).map(({ value }) => String(value)));
  const [counts] = await rows(
    `SELECT (SELECT count(*)::INTEGER FROM indicators) AS indicators,
       (SELECT count(*)::INTEGER FROM projects) AS projects`,
  );
  const made = { ...(counts as { indicators: number; projects: number }), steps: await steps };
  await connection.run("USE memory; DETACH atlas");
  connection.closeSync();
  return { file, ...made };
}

/** Each facet narrowed to a value, before the one before it is opened again. */
async function stepsOf(valuesOf: (sql: string) => Promise<string[]>): Promise<Step[]> {
  const column = {
    region: "region_code",
    type: "level1",
    department: "department_id",
    theme: "theme",
  };
  const choices = new Map<Facet, string[]>();
  for (const [facet, name] of Object.entries(column)) {
    const sql = `SELECT ${name}::VARCHAR AS value FROM flat WHERE ${name} IS NOT NULL
      GROUP BY ALL ORDER BY count(*) DESC, value LIMIT 4`;
    choices.set(facet as Facet, await valuesOf(sql));
  }
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    NARROWED.flatMap((facet, i): Step[] => {
      const all = choices.get(facet)!;
      const before = NARROWED[(i + NARROWED.length - 1) % NARROWED.length]!;
      const narrow: Step = { facet, values: [all[round % all.length]!] };
      // Mosaic answers nothing where nothing changes: at the start, nothing is narrowed.
      return round + i === 0 ? [narrow] : [narrow, { facet: before, values: [] }];
    }),
  );
}

/** Medians and 95th percentiles in milliseconds, and as ratios to Mosaic's. */
async function measure(browser: Browser, steps: readonly Step[]) {
  const site = await serve(join(folder, "site"));
  try {
    const page = await browser.newPage();
    const address = new URL("explorer.html", vite.resolvedUrls!.local[0]);
    await page.goto(address.href);
    await page.waitForFunction("globalThis.bench");
    const inPage = (name: "ours" | "mosaic") =>
      page.evaluate(
        ([name, steps]) =>
          (
            globalThis as unknown as Record<
              string,
              Record<string, (s: unknown) => Promise<number[]>>
            >
          )["bench"]![name]!(steps),
        [name, steps] as const,
      );
    const mosaic = await inPage("mosaic");
    const statement = await inPage("ours");
    await page.close();
    const drawn = await clicks(await browser.newPage(), site.address);
    const row = (times: readonly number[]) => ({
      "median ms": Math.round(quantile(times, 0.5)),
      "p95 ms": Math.round(quantile(times, 0.95)),
      "× Mosaic": Number((quantile(times, 0.5) / quantile(mosaic, 0.5)).toFixed(2)),
    });
    return {
      "Mosaic, its queries": row(mosaic),
      "explorer, its statement": row(statement),
      "explorer, click to all drawn": row(drawn),
    };
  } finally {
    await site.close();
  }
}

/** Milliseconds from a click on a choice of the page until all is drawn. */
async function clicks(page: Page, address: string): Promise<number[]> {
  await page.goto(`${address}explore/`);
  await page.locator(".engine").waitFor({ state: "detached", timeout: 120_000 });
  const times: number[] = [];
  for (let round = 0; round < rounds * 2; round++) {
    const inputs = page.locator(
      'input[type="checkbox"][name="type"], input[type="checkbox"][name="department"], input[type="checkbox"][name="theme"]',
    );
    const input = inputs.nth(round % (await inputs.count()));
    for (let turn = 0; turn < 2; turn++) {
      times.push(await input.evaluate(untilDrawn));
    }
  }
  await page.close();
  return times;

  function untilDrawn(box: HTMLInputElement): Promise<number> {
    const results = document.querySelector(".results")!;
    return new Promise((resolve) => {
      let wasBusy = false;
      const start = performance.now();
      new MutationObserver((_, observer) => {
        if (results.getAttribute("aria-busy") === "true") wasBusy = true;
        else if (wasBusy) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        }
      }).observe(results, { attributeFilter: ["aria-busy"] });
      box.click();
    });
  }
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}
