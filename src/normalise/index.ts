import type {
  FundingReading,
  IndicatorReading,
  ProjectReading,
  Reading,
  TotalReading,
} from "../model/reading.ts";
import type {
  AmountUnit,
  Basis,
  Excerpt,
  Fen,
  Indicator,
  Project,
  Records,
  Total,
} from "../model/records.ts";
import type { ThemeRule } from "../model/reference.ts";
import type { Region } from "../model/region.ts";
import type { Place, Words } from "../model/table.ts";
import { placeOf, spanOf } from "../model/words.ts";
import { squash, unwrap } from "../text.ts";
import { commonUnit, inferAmountUnit, moneyUnitOf, parseAmount } from "./amount.ts";
import { normaliseDepartment, withoutCode, withoutProjectCode } from "./department.ts";
import { resolveFunding, type ResolvedFunding } from "./funding.ts";
import type { FamilyFinder } from "./family.ts";
import { normaliseIndicators, textOf } from "./indicator.ts";
import { linkRegions, type Gazetteer } from "./region.ts";
import { themeOf } from "./theme.ts";
import { restoreUnitName } from "./unit.ts";

export { correctReading, staleMessage } from "./correct.ts";
export { familyFinder, type FamilyFinder } from "./family.ts";
export { makeGazetteer, type Gazetteer } from "./region.ts";

/** What the words of a form mean, before the facts about its file are added. */
export interface Normalised extends Omit<Records, "disclosure" | "duplicateOf" | "corrections"> {
  readonly title: string | null;
  /** Null where the form does not state the year of the budget itself. */
  readonly fiscalYear: number | null;
  readonly amountUnit: AmountUnit;
  readonly amountUnitBasis: Basis;
  readonly goal: string | null;
  readonly goalPlace: Place | null;
}

/** Understands a reading: amounts, targets, classes, regions. Never throws on what a form says. */
export function normalise(
  whole: Reading,
  disclosureId: string,
  gazetteer: Gazetteer,
  { familyOf, themes }: { familyOf: FamilyFinder; themes: readonly ThemeRule[] },
): Normalised {
  const reading = withoutNameless(whole);
  const departmentName = textOf(reading.department);
  const department = departmentName ? normaliseDepartment(departmentName, gazetteer) : null;
  const departmentId = department?.departmentId ?? null;
  const [amountUnit, amountUnitBasis] = amountUnitOf(reading);
  const { totals: totalFunding, projects: projectFunding } = fundingOf(reading, amountUnit);

  const home = department?.regionCode ? gazetteer.region(department.regionCode) : undefined;
  const governments = home ? lineOf(home, gazetteer) : [];
  const unitOf = (words: Words | undefined) => {
    const printed = textOf(words);
    return printed && restoreUnitName(withoutCode(printed), governments);
  };

  const projects = reading.projects.map((project, index): Project => {
    const [name, goal] = [withoutProjectCode(textOf(project.name) ?? ""), textOf(project.goal)];
    return {
      projectId: `${disclosureId}/p${String(index + 1).padStart(2, "0")}`,
      disclosureId,
      departmentId,
      seq: index + 1,
      unit: unitOf(project.unit),
      name,
      ...fundingFields(project.funding, projectFunding[index]!),
      category: textOf(project.category),
      grade: textOf(project.grade),
      startYear: yearIn(textOf(project.startYear)),
      endYear: yearIn(textOf(project.endYear)),
      goal,
      periodGoal: textOf(project.periodGoal),
      theme: themeOf(name, goal, themes),
      blankClasses: project.blankClasses ? project.blankClasses.flatMap(excerptOf) : null,
      place: placeOfProject(project),
    };
  });
  const projectIndicators = reading.projects.map((project, index) => {
    const { projectId } = projects[index]!;
    return normaliseIndicators(
      project.indicators,
      { disclosureId, projectId, departmentId },
      familyOf,
    );
  });
  const regions = projects.map((project, index) => ({
    projectId: project.projectId,
    ...linkRegions(gazetteer, { ...project, indicators: textsOf(projectIndicators[index]!) }, home),
  }));
  const owner = { disclosureId, projectId: null, departmentId };

  return {
    title: textOf(reading.title),
    department,
    fiscalYear: yearIn(squash(reading.fiscalYear?.text ?? "")),
    amountUnit,
    amountUnitBasis,
    goal: textOf(reading.goal),
    goalPlace: (reading.goal && placeOf(reading.goal)) ?? null,
    projects,
    indicators: [
      ...projectIndicators.flat(),
      ...normaliseIndicators(reading.indicators, owner, familyOf),
    ],
    projectRegions: regions.flatMap(({ projectId, links }) =>
      links.map(({ code, name, ...link }) => ({
        projectId,
        regionCode: code,
        regionName: name,
        ...link,
      })),
    ),
    totals: reading.totals.map((total, index) =>
      toTotal(total, totalFunding[index]!, disclosureId, index, unitOf(total.name)),
    ),
    budgets: reading.budgets.map(({ item, amount, unit }) => ({
      disclosureId,
      item: textOf(item) ?? "",
      amount: parseAmount(amount.text, moneyUnitOf(unit) ?? amountUnit),
      place: spanOf([placeOf(item), placeOf(amount)])!,
    })),
    tasks: reading.tasks.map((task, index) => ({
      disclosureId,
      seq: index + 1,
      name: textOf(task.name),
      content: textOf(task.content),
      amount: task.amount
        ? parseAmount(task.amount.text, moneyUnitOf(task.unit) ?? amountUnit)
        : null,
      goal: textOf(task.goal),
      // The name may stand above, in a merged cell: the place is the row's own.
      place: spanOf(
        [task.content, task.amount, task.goal].map((words) => words && placeOf(words)),
      )!,
    })),
    ambiguousPlaces: regions.flatMap(({ projectId, ambiguous }) =>
      ambiguous.map(({ words, candidates }) => ({
        projectId,
        mention: words,
        candidates: candidates.map((region) => nameInFull(region, gazetteer)),
      })),
    ),
    unknownPlaces: regions.flatMap(({ projectId, unknown }) =>
      unknown.map((mention) => ({ projectId, mention })),
    ),
    unread: reading.unread.filter(({ text }) => !isFurniture(text)).flatMap(excerptOf),
  };
}

/** What stands on every page of a site, and the date of a notice: no text of the form. */
const FURNITURE =
  /^(?:扫一扫在手机(?:上)?打开当前页|[[【(]?(?:打印(?:本页)?|关闭(?:窗口|本页)?|下载|返回(?:顶部)?|分享)[\]】)]?|公开\d+表|附件[:：]?|[二〇零一三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|20\d\d年\d{1,2}月\d{1,2}日)+$/u;

function isFurniture(text: string): boolean {
  return FURNITURE.test(squash(text));
}

/** Words with their place; nothing of words that stand nowhere. */
function excerptOf(words: Words): Excerpt[] {
  const place = placeOf(words);
  return place ? [{ text: unwrap(words.text), place }] : [];
}

/** A reading whose projects and indicators without a name are text that belongs to no field. */
function withoutNameless(reading: Reading): Reading {
  const hasName = ({ name }: { name: Words }) => unwrap(name.text) !== "";
  const lost: Words[] = [];
  const named = (indicators: readonly IndicatorReading[]) => {
    lost.push(...indicators.filter((each) => !hasName(each)).map(({ words }) => words));
    return indicators.filter(hasName);
  };
  const projects = reading.projects.map((project) => {
    if (!hasName(project)) lost.push(...project.indicators.map(({ words }) => words));
    return { ...project, indicators: named(project.indicators) };
  });
  const indicators = named(reading.indicators);
  return {
    ...reading,
    projects: projects.filter(hasName),
    indicators,
    unread: [...reading.unread, ...lost],
  };
}

function amountUnitOf(reading: Reading): [AmountUnit, Basis] {
  const printed = moneyUnitOf(reading.amountUnit);
  if (printed) return [printed, "printed"];
  const amounts = [...reading.projects, ...reading.totals].flatMap(({ funding }) =>
    funding.total ? [funding.total.text] : [],
  );
  const common = commonUnit(amounts);
  return common ? [common, "printed"] : [inferAmountUnit(amounts), "inferred"];
}

/** Resolves the funds of all rows together, for they decide about one another. */
function fundingOf(
  reading: Reading,
  unit: AmountUnit,
): { totals: ResolvedFunding[]; projects: ResolvedFunding[] } {
  const start = (funding: FundingReading) => {
    const words = funding.total ?? funding.parts[0]?.amount;
    return words?.pieces[0]?.start ?? Infinity;
  };
  const rows = [
    ...reading.totals.map((total) => ({
      kind: total.isUnit ? ("unit" as const) : ("total" as const),
      reading: total.funding,
      at: placeOf(total.name)?.start ?? Infinity,
    })),
    ...reading.projects.map((project) => ({
      kind: "project" as const,
      reading: project.funding,
      at: placeOf(project.name)?.start ?? start(project.funding),
    })),
  ];
  const order = rows.map((_, index) => index).sort((a, b) => rows[a]!.at - rows[b]!.at);
  const sorted = resolveFunding(
    order.map((index) => rows[index]!),
    unit,
  );
  const resolved: ResolvedFunding[] = [];
  for (const [at, index] of order.entries()) resolved[index] = sorted[at]!;
  return {
    totals: resolved.slice(0, reading.totals.length),
    projects: resolved.slice(reading.totals.length),
  };
}

function fundingFields(
  reading: FundingReading,
  { funding, shifted }: ResolvedFunding,
): Pick<Project, "funding" | "fundingShifted" | "amountPrinted"> {
  // Some forms leave the total at 0 or blank and print the fiscal row alone.
  const total: Fen | null = funding.total || (funding.fiscal ?? funding.total);
  return {
    funding: { ...funding, total },
    fundingShifted: shifted,
    amountPrinted: reading.total?.text ?? null,
  };
}

/** From the name of a project to the end of its last words. */
function placeOfProject(project: ProjectReading): Project["place"] {
  const words = [
    project.name,
    project.funding.total,
    project.periodGoal,
    project.goal,
    ...project.indicators.map((indicator) => indicator.words),
  ];
  return spanOf(words.map((word) => word && placeOf(word)))!;
}

function toTotal(
  { name, isUnit, funding: reading }: TotalReading,
  { funding }: ResolvedFunding,
  disclosureId: string,
  index: number,
  restored: string | null,
): Total {
  const amounts = [reading.total, ...reading.parts.map((part) => part.amount)];
  return {
    disclosureId,
    seq: index + 1,
    name: restored ?? "",
    namePrinted: withoutCode(textOf(name) ?? ""),
    isUnit,
    funding,
    place: spanOf([name, ...amounts].map((words) => words && placeOf(words)))!,
  };
}

function textsOf(indicators: readonly Indicator[]): string[] {
  return indicators.flatMap(({ name, annualValue, periodValue }) =>
    [name, annualValue, periodValue].filter((text) => text !== null),
  );
}

/** A region and those that contain it, the smallest first. */
function lineOf(region: Region, gazetteer: Gazetteer): Region[] {
  const parent = gazetteer.region(region.parentCode);
  return parent ? [region, ...lineOf(parent, gazetteer)] : [region];
}

/** “吉林省长春市朝阳区” */
function nameInFull(region: Region, gazetteer: Gazetteer): string {
  return lineOf(region, gazetteer)
    .map(({ name }) => name)
    .reverse()
    .join("");
}

function yearIn(text: string | null): number | null {
  const found = /20\d\d/u.exec(text ?? "");
  return found ? Number(found[0]) : null;
}
