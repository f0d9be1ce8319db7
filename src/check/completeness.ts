import type { Rule } from "../model/finding.ts";
import { level2Of } from "../model/taxonomy.ts";
import { squash } from "../text.ts";
import { indicatorsOf, projectRule } from "./asking.ts";

/** Asked of each project with indicators: what the form asks of every project. */
export const missingClass: Rule = projectRule({
  id: "completeness/class-missing",
  severity: "note",
  question: "产出、效益、满意度三类指标是否齐全？",
  questionEn: "Does the project have output, outcome and satisfaction indicators?",
  applies: "有指标且各项都有一级分类的项目。",
  appliesEn: "Each project with indicators that all have a level-1 class.",
  reason: "绩效目标表要求产出、效益、满意度三类；缺少的一类，这份文件没有作出承诺。",
  reasonEn:
    "The form asks for output, outcome and satisfaction; of a class that is missing, the document promises nothing.",
  ask(project, records) {
    const own = indicatorsOf(project, records);
    if (own.length === 0 || own.some((indicator) => indicator.level1 === null)) return;
    const wanted = ["产出指标", "效益指标", "满意度指标"] as const;
    const missing = wanted.filter((level1) => !own.some((each) => each.level1 === level1));
    if (missing.length === 0) return null;
    return {
      message: `“${project.name}”的 ${own.length} 项指标中没有${missing.join("、")}。`,
      messageEn: `None of the ${own.length} indicators of “${project.name}” is of the class ${missing.join(", ")}.`,
      found: missing.join("、"),
    };
  },
});

/** Asked of each project with indicators whose form prints the classes in a grid. */
export const blankClass: Rule = projectRule({
  id: "completeness/class-blank",
  severity: "note",
  question: "表中印出的二级指标之下是否都填有指标？",
  questionEn: "Does every level-2 class that the form prints hold an indicator?",
  applies: "逐格印出二级指标、且填有指标的每个项目。",
  appliesEn: "Each project with indicators whose form prints the level-2 classes cell by cell.",
  reason: "表样印出而没有填写的一类，可能不适用，也可能漏填；这份文件对它没有作出承诺。",
  reasonEn:
    "A class that the form prints and nobody filled in may not apply, or may have been forgotten; the document promises nothing of it.",
  ask(project, records) {
    const own = indicatorsOf(project, records);
    if (project.blankClasses === null || own.length === 0) return;
    const filled = new Set(own.map(({ level2 }) => level2));
    const blank = project.blankClasses
      .map(({ text }) => level2Of(squash(text)))
      .filter((level2) => level2 !== undefined && !filled.has(level2));
    if (blank.length === 0) return null;
    const names = [...new Set(blank)].join("、");
    return {
      message: `“${project.name}”的表中印有${names}，其下没有填写指标。`,
      messageEn: `The form of “${project.name}” prints ${names} with no indicator.`,
      found: names,
    };
  },
});
