import type { Rule } from "../model/finding.ts";
import { columnsShifted, partsDiffer, projectsDifferFromTotal, unitInferred } from "./amount.ts";
import { duplicateName, partlyRead, unitNameRestored, unrecognised } from "./document.ts";
import { missingTarget, truncatedText } from "./indicator.ts";
import { nameAndGoalDiffer } from "./region.ts";

export { askRules, type Asked } from "./run.ts";

/** Every rule, in the order of the findings page. To ask a new question, write it and list it here. */
export const RULES: readonly Rule[] = [
  projectsDifferFromTotal,
  partsDiffer,
  columnsShifted,
  unitInferred,
  truncatedText,
  missingTarget,
  unitNameRestored,
  nameAndGoalDiffer,
  unrecognised,
  partlyRead,
  duplicateName,
];
