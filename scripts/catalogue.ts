import { DEPARTMENT_RULES, RULES } from "../src/check/index.ts";
import { partOf, toTables, type Part } from "../src/publish/index.ts";
import { readFamilies } from "./reference.ts";

/** What is published of every corpus: all rules and families, not yet asked and without members. */
export function readCatalogue(): Part {
  const region = () => undefined;
  const families = readFamilies();
  const lookups = { rules: RULES, departmentRules: DEPARTMENT_RULES, families, region };
  return partOf(toTables([], lookups), []);
}
