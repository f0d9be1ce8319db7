import { FUNDS, type ProjectDetail } from "../query/projects.ts";
import { amountCells, cellsIn } from "./source-cell.ts";
import { linkOf, linkTo, type Source, type SourceLink } from "./source.ts";
import { amountSteps, correctionOf } from "./steps.ts";

/** How an amount is printed, what was done to read it, and where it stands. */
export interface Reading {
  /** “财政拨款印作“220. 00””. */
  readonly text: string;
  readonly steps: readonly string[];
  readonly link: SourceLink | undefined;
}

/** The amounts of a project as the document prints them: the whole, then its funds. */
export function readingsOf(project: ProjectDetail, source: Source, isShifted: boolean): Reading[] {
  const { amount, amountPrinted, amountUnit, amountUnitBasis } = project;
  const { words } = source.language;
  const amounts = [amount, ...FUNDS.map((fund) => project[fund])];
  const cells = amountCells(cellsIn(source.cells, project), amounts, amountUnit);
  return (["amount", ...FUNDS] as const).flatMap((kind, i) => {
    const yuan = amounts[i] ?? null;
    const cell = cells[i];
    const printed = kind === "amount" ? amountPrinted : cell?.text;
    if (yuan === null || !printed) return [];
    // The unit is that of the whole: it is told once.
    const unit =
      kind === "amount"
        ? { amountUnit, amountUnitBasis, isShifted: false }
        : { amountUnit: null, amountUnitBasis: null, isShifted };
    const correction = correctionOf(source.corrections, project, printed);
    const steps = amountSteps({ printed, yuan, ...unit }, words, correction);
    const text = words.project.printedAs(words.project.money[kind], printed);
    const link = cell ? linkOf(source, cell, project) : linkTo(source, project, printed);
    return [{ text, steps, link }];
  });
}
