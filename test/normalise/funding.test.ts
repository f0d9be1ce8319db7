import { describe, expect, it } from "vitest";
import type { Fund } from "../../src/model/reading.ts";
import { wordsAt } from "../../src/model/words.ts";
import { resolveFunding, type FundingRow } from "../../src/normalise/funding.ts";

const ALL: readonly Fund[] = ["fiscal", "special", "other"];
const words = (text: string) => wordsAt(text, 0, { page: 1, row: 1, column: 1 });

/** A row: total, then its parts by position; `columns` only where a header stands over them. */
function row(
  kind: FundingRow["kind"],
  [total, ...parts]: string[],
  { shape = "1:7", columns }: { shape?: string; columns?: readonly Fund[] } = {},
): FundingRow {
  const filled = parts.flatMap((text, position) =>
    text ? [{ amount: words(text), position }] : [],
  );
  const reading = {
    total: total ? words(total) : undefined,
    parts: filled,
    shape,
    positions: parts.length,
    columns,
  };
  return { kind, reading };
}

const resolve = (rows: FundingRow[]) =>
  resolveFunding(rows, "元").map(({ funding, shifted }) => [
    funding.fiscal === null ? "" : String(funding.fiscal / 100n),
    funding.special === null ? "" : String(funding.special / 100n),
    funding.other === null ? "" : String(funding.other / 100n),
    shifted,
  ]);

describe("resolveFunding", () => {
  it("takes the header's columns where it stands over the row", () => {
    expect(resolve([row("project", ["5", "", "3", "2"], { columns: ALL })])).toEqual([
      ["", "3", "2", false],
    ]);
  });

  it("gives the columns of a later page the funds under which the sums agree", () => {
    const later = { shape: "2:6" };
    expect(
      resolve([
        row("total", ["30", "20", "", "10"], { columns: ALL }),
        row("unit", ["20", "20", "", ""], { columns: ALL }),
        row("project", ["20", "20", "", ""], { columns: ALL }),
        row("unit", ["10", "", "10"], later),
        row("project", ["10", "", "10"], later),
      ]).slice(3),
    ).toEqual([
      ["", "", "10", true],
      ["", "", "10", true],
    ]);
  });

  it("gives an amount that is printed once to the only fund of its unit", () => {
    expect(
      resolve([
        row("unit", ["10", "", "", "10"], { columns: ALL }),
        row("project", ["6", "6"], { shape: "2:5" }),
        row("project", ["4", ""], { shape: "2:5" }),
      ]),
    ).toEqual([
      ["", "", "10", false],
      ["", "", "6", true],
      ["", "", "4", true],
    ]);
  });

  it("leaves blank what the totals do not decide", () => {
    expect(resolve([row("project", ["4", ""], { shape: "2:5" })])).toEqual([["", "", "", false]]);
  });
});
