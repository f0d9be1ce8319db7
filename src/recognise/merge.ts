import type { FundingReading, Reading } from "../model/reading.ts";
import type { Words } from "../model/table.ts";
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
    tasks: readings.flatMap(({ tasks, amountUnit }) => tasks.map(inUnit(amountUnit))),
    budgets: readings.flatMap(({ budgets, amountUnit }) => budgets.map(inUnit(amountUnit))),
    unread: readings.flatMap((reading) => reading.unread),
  };
}

/** Amounts that state no unit are in that of their own part of the document. */
function inUnit(unit: Words | undefined): <T extends { readonly unit?: Words }>(row: T) => T {
  return (row) => (row.unit || !unit ? row : { ...row, unit });
}

function inUnitOf({
  amountUnit,
}: Reading): <T extends { readonly funding: FundingReading }>(row: T) => T {
  return (row) => ({ ...row, funding: inUnit(amountUnit)(row.funding) });
}
