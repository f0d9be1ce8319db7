import type { Rule } from "../model/finding.ts";
import { projectRule } from "./asking.ts";

/** Asked of each project that names a region in its name and a region in its goal. */
export const nameAndGoalDiffer: Rule = projectRule({
  id: "region/name-and-goal-differ",
  severity: "warning",
  question: "项目名称与绩效目标所指的地区是否一致？",
  questionEn: "Do the project's name and its goal speak of the same region?",
  applies: "名称写有地区、目标也写有地区的每个项目。",
  appliesEn: "Each project that names a region in its name and one in its goal.",
  reason: "两处所指不同，可能沿用了另一项目的文字；按地区统计时以名称所写的为准。",
  reasonEn:
    "Where they differ, words of another project may have been carried over; figures by region go by the name.",
  ask({ projectId, name, goal, periodGoal }, { projectRegions }) {
    const goals = [periodGoal, goal].filter((text) => text !== null);
    const regions = projectRegions.filter((region) => region.projectId === projectId);
    const named = regions.filter((region) => region.basis === "name");
    const others = regions.filter((region) => region.basis === "goal");
    const isRepeatedIn = (text: string) =>
      named.some(({ mention }) => text.includes(stem(mention)));
    if (named.length === 0 || (others.length === 0 && !goals.some(isRepeatedIn))) return;
    const strange = goals.filter((text) => !isRepeatedIn(text));
    const elsewhere = others.filter(({ mention }) =>
      strange.some((text) => text.includes(mention)),
    );
    if (elsewhere.length === 0) return null;
    const [inName, inGoal] = [namesOf(named), namesOf(elsewhere)];
    return {
      message: `项目“${name}”的名称指向${inName}，绩效目标写的是${inGoal}。`,
      messageEn: `The name of “${name}” speaks of ${inName}, its goal of ${inGoal}.`,
      expected: inName,
      found: inGoal,
    };
  },
});

/** “疏附” of 疏附县: a goal may speak of it without its rank. */
function stem(mention: string): string {
  return mention.replace(/(?<=..)(?:自治[区州县]|[省市区县州旗])$/u, "");
}

function namesOf(regions: readonly { regionName: string }[]): string {
  return regions.map((region) => region.regionName).join("、");
}

/** Asked of each project. */
export const ambiguousPlace: Rule = projectRule({
  id: "region/ambiguous",
  severity: "note",
  question: "所写的地名是否能确定是哪里？",
  questionEn: "Is it clear which place a name means?",
  applies: "每个项目。",
  appliesEn: "Every project.",
  reason: "同名的地方不止一个，无从判断时不计入任何地区，地区金额因此偏低。",
  reasonEn:
    "Where several places share a name and nothing tells which, none is counted, so that amounts by region are too low.",
  ask({ projectId, name }, { ambiguousPlaces }) {
    const found = ambiguousPlaces.find((each) => each.projectId === projectId);
    if (!found) return null;
    const candidates = found.candidates.slice(0, 3).join("、");
    return {
      message: `“${name}”中的“${found.mention}”可能指 ${found.candidates.length} 个地方（${candidates}等），未列入受益地区。`,
      messageEn: `“${found.mention}” in “${name}” can mean ${found.candidates.length} places (${candidates} …); it is not counted as a region.`,
      found: found.mention,
    };
  },
});

/** Asked of each project. */
export const unknownPlace: Rule = projectRule({
  id: "region/unknown",
  severity: "note",
  question: "项目名称所写的受援地区是否在行政区划之内？",
  questionEn: "Is the place that a project's name says it helps one that exists?",
  applies: "每个项目。",
  appliesEn: "Every project.",
  reason: "不在行政区划代码表内的地名可能印错，也可能是旧称；它不计入任何地区的金额。",
  reasonEn:
    "A name that the administrative divisions do not have may be misprinted or former; it is in no region's amount.",
  ask({ projectId, name }, { unknownPlaces }) {
    const found = unknownPlaces.find((each) => each.projectId === projectId);
    if (!found) return null;
    return {
      message: `“${name}”中的“${found.mention}”不在行政区划代码表内，未列入受益地区。`,
      messageEn: `“${found.mention}” in “${name}” is none of the administrative divisions; it is not counted as a region.`,
      found: found.mention,
    };
  },
});
