import type { FundingReading, Reading } from "../model/reading.ts";
import { commonUnit } from "./form-funding.ts";

/** One reading of a document's several: its layout is that of most projects, what follows adds up. */
export function mergeReadings(readings: readonly Reading[]): Reading | undefined {
  const [first, ...others] = readings;
  if (!first || others.length === 0) return first;
  const most = Math.max(...readings.map(({ projects }) => projects.length));
  const main = readings.find(({ projects }) => projects.length === most)!;
  const all = [main, ...readings.filter((reading) => reading !== main)];
  const firstOf = <K extends "title" | "department" | "fiscalYear" | "amountUnit" | "goal">(
    key: K,
  ) => all.map((reading) => reading[key]).find((words) => words !== undefined);
  const projects = readings.flatMap((reading) => reading.projects.map(inUnitOf(reading)));
  return {
    layout: main.layout,
    title: firstOf("title"),
    department: firstOf("department"),
    fiscalYear: firstOf("fiscalYear"),
    amountUnit: commonUnit(projects.map(({ funding }) => funding)) ?? firstOf("amountUnit"),
    goal: firstOf("goal"),
    totals: readings.flatMap((reading) => reading.totals.map(inUnitOf(reading))),
    projects,
    indicators: readings.flatMap((reading) => reading.indicators),
    tasks: readings.flatMap((reading) => reading.tasks),
    budgets: readings.flatMap((reading) => reading.budgets),
    unread: readings.flatMap((reading) => reading.unread),
  };
}

/** Amounts that state no unit are in that of their own part of the document. */
function inUnitOf({
  amountUnit,
}: Reading): <T extends { readonly funding: FundingReading }>(row: T) => T {
  return (row) =>
    row.funding.unit || !amountUnit
      ? row
      : { ...row, funding: { ...row.funding, unit: amountUnit } };
}
