import { counted } from "./english.ts";
import type { Strings } from "./strings.ts";

/** The tables of the explorer in English. */
export const enTable: Strings["table"] = {
  columns: "Choose columns",
  firstColumns: "As at first",
  sources: {
    fiscal: "Fiscal appropriation (CNY thousand)",
    special: "Special account (CNY thousand)",
    other: "Other funds (CNY thousand)",
  },
  scroll: {
    projects: "Table of projects, to scroll",
    indicators: "Table of indicators, to scroll",
  },
  unfold: (name) => `Unfold the source of “${name}”`,
  fold: (name) => `Fold the source of “${name}”`,
  rows: (count) =>
    count === 0
      ? "No row fits the conditions."
      : `${counted(count, "row")}. The triangle before a row shows its source, the name of a column sorts by it, once more the other way round.`,
  loading: "Reading…",
  failed: "The source could not be read; try again later.",
  noPlace: "The place of this row in its source is not recorded.",
  source: (title) => (title === null ? "Source" : `Source: ${title}`),
  findings: "Findings",
  noFindings: "No findings.",
};
