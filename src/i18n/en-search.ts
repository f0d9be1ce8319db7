import { counted } from "./english.ts";
import type { Strings } from "./strings.ts";

/** The search of the explorer in English. */
export const enSearch: Strings["search"] = {
  label: "Search",
  placeholder: "Projects, indicators, targets, departments, regions",
  hint: "Several words, with spaces between, must all occur. The data is Chinese: simplified or traditional; targets such as ≥90%; places and departments also by pinyin or its initials, as mz.",
  offers: "Perhaps you look for",
  project: "Project",
  projectOf: (department) => `Project · ${department}`,
  count: (projects, indicators) =>
    projects + indicators === 0
      ? "Nothing found."
      : `Found in all of the data: ${counted(projects, "project")}, ${counted(indicators, "indicator")}.`,
};
