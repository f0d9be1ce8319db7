import type { DepartmentRule, Rule } from "../model/finding.ts";
import {
  columnsShifted,
  incomeDiffers,
  missingAmount,
  partsDiffer,
  projectsDifferFromTotal,
  tasksAboveProjects,
  unitInferred,
} from "./amount.ts";
import { blankClass, missingClass } from "./completeness.ts";
import { projectsAboveDepartment } from "./department.ts";
import { duplicateName, partlyRead, unitNameRestored, unrecognised } from "./document.ts";
import {
  misplacedClass,
  missingLevel2,
  numbersOutOfOrder,
  otherClass,
  stutteredValue,
  truncatedText,
} from "./indicator.ts";
import { annualAbovePeriod, annualEqualsPeriod } from "./period.ts";
import { ambiguousPlace, nameAndGoalDiffer, unknownPlace } from "./region.ts";
import {
  ceiling,
  costAtLeast,
  deadlineOutsideYear,
  exchangedValues,
  missingTarget,
  numberWithoutUnit,
  periodIsLabel,
  qualitativeOnly,
  rateAboveHundred,
  rateWithoutPercent,
  unitDiffers,
} from "./target.ts";
import { goalOfOtherYear, sameGoal, sameIndicators, yearOutsidePeriod } from "./text.ts";

export { askRules, type Asked } from "./run.ts";

/** Every rule about all documents of a department and year together. */
export const DEPARTMENT_RULES: readonly DepartmentRule[] = [projectsAboveDepartment];

/** Every rule, in the order of the findings page. To ask a new question, write it and list it here. */
export const RULES: readonly Rule[] = [
  projectsDifferFromTotal,
  partsDiffer,
  columnsShifted,
  unitInferred,
  missingAmount,
  incomeDiffers,
  tasksAboveProjects,
  truncatedText,
  stutteredValue,
  numbersOutOfOrder,
  sameGoal,
  sameIndicators,
  yearOutsidePeriod,
  goalOfOtherYear,
  unitNameRestored,
  nameAndGoalDiffer,
  ambiguousPlace,
  unknownPlace,
  misplacedClass,
  missingLevel2,
  otherClass,
  missingTarget,
  qualitativeOnly,
  exchangedValues,
  unitDiffers,
  rateWithoutPercent,
  numberWithoutUnit,
  rateAboveHundred,
  periodIsLabel,
  annualAbovePeriod,
  annualEqualsPeriod,
  deadlineOutsideYear,
  costAtLeast,
  ceiling,
  missingClass,
  blankClass,
  unrecognised,
  partlyRead,
  duplicateName,
];
