import type { Finding, Question } from "../model/finding.ts";
import type { FamilyEvidence, Fen, Funding, Records } from "../model/records.ts";
import type { FamilyRule } from "../model/reference.ts";
import type { Region } from "../model/region.ts";
import type { PublishedRow, PublishedTables } from "../model/schema.ts";
import type { Place } from "../model/table.ts";
import type { Counts } from "./part.ts";

/** What came of one disclosure. */
export interface Result {
  readonly records: Records;
  readonly findings: readonly Finding[];
  /** Times each rule was asked, by rule id. */
  readonly asked: ReadonlyMap<string, number>;
  /** Times each did not apply, by rule id. */
  readonly notApplicable: ReadonlyMap<string, number>;
}

/** What the tables need beside the records. */
export interface Lookups {
  readonly rules: readonly Question[];
  readonly departmentRules?: readonly Question[];
  readonly families: readonly FamilyRule[];
  region(code: string): Region | undefined;
}

/** The counts of one disclosure in the rows of rules and families, those that are not zero. */
export function countsIn(result: Result): Counts {
  const rules = [...result.asked.keys()]
    .map((rule) => [rule, countsOf(rule, [result])] as const)
    .filter(([, { asked, not_applicable: passedOver }]) => asked + passedOver > 0);
  return {
    rules: Object.fromEntries(rules),
    indicator_families: Object.fromEntries(
      [...familyCounts([result.records])].map(([family, indicators]) => [family, { indicators }]),
    ),
  };
}

/** Makes the rows of every published table of the results, in document order. */
export function toTables(results: readonly Result[], lookups: Lookups): PublishedTables {
  const records = results.map((result) => result.records);
  const departments = departmentRows(records);
  const projectRegions = records.flatMap(projectRegionRows);
  const codes = [...departments, ...projectRegions].map(
    (row) => row["region_code"] as string | null,
  );
  return {
    disclosures: records.map(disclosureRow),
    departments,
    projects: records.flatMap(projectRows),
    indicators: records.flatMap(indicatorRows),
    project_regions: projectRegions,
    totals: records.flatMap(totalRows),
    department_budgets: records.flatMap(budgetRows),
    tasks: records.flatMap(taskRows),
    findings: results.flatMap(({ findings }) => findings.map(findingRow)),
    rules: ruleRows(results, lookups),
    disclosure_rules: results.flatMap(disclosureRuleRows),
    corrections: records.flatMap(correctionRows),
    regions: regionRows(codes, lookups),
    indicator_families: familyRows(records, lookups.families),
    family_matches: records.flatMap(familyMatchRows),
  };
}

function disclosureRow({ disclosure: d }: Records): PublishedRow {
  return {
    disclosure_id: d.disclosureId,
    file: d.file,
    format: d.format,
    title: d.title,
    layout: d.layout,
    department_id: d.departmentId,
    department_name: d.departmentName,
    fiscal_year: d.fiscalYear,
    fiscal_year_basis: d.fiscalYearBasis,
    amount_unit: d.amountUnit,
    amount_unit_basis: d.amountUnitBasis,
    goal: d.goal,
    sha256: d.sha256,
    source_url: d.sourceUrl,
    retrieved: d.retrieved,
    pages: d.pages,
    status: d.status,
    note: d.note,
    goal_page: d.goalPlace?.page ?? null,
    goal_row: d.goalPlace?.row ?? null,
    goal_text_start: d.goalPlace?.start ?? null,
    goal_text_end: d.goalPlace?.end ?? null,
  };
}

/** Each department once, in the order of the first disclosure that names it. */
function departmentRows(records: readonly Records[]): PublishedRow[] {
  const rows = new Map<string, PublishedRow>();
  for (const { department: d } of records) {
    if (!d || rows.has(d.departmentId)) continue;
    rows.set(d.departmentId, {
      department_id: d.departmentId,
      name: d.name,
      region_code: d.regionCode,
      region_name: d.regionName,
      region_level: d.regionLevel,
    });
  }
  return [...rows.values()];
}

function projectRows({ projects }: Records): PublishedRow[] {
  return projects.map((p) => ({
    project_id: p.projectId,
    disclosure_id: p.disclosureId,
    department_id: p.departmentId,
    seq: p.seq,
    unit: p.unit,
    name: p.name,
    amount_yuan: p.funding.total,
    ...fundColumns(p.funding),
    amount_printed: p.amountPrinted,
    category: p.category,
    grade: p.grade,
    start_year: p.startYear,
    end_year: p.endYear,
    goal: p.goal,
    period_goal: p.periodGoal,
    theme: p.theme,
    ...placeColumns(p.place),
  }));
}

function indicatorRows({ indicators }: Records): PublishedRow[] {
  return indicators.map((i) => ({
    indicator_id: i.indicatorId,
    disclosure_id: i.disclosureId,
    project_id: i.projectId,
    department_id: i.departmentId,
    seq: i.seq,
    level1: i.level1,
    level2: i.level2,
    level1_printed: i.level1Printed,
    level2_printed: i.level2Printed,
    level2_basis: i.level2Basis,
    name: i.name,
    family_id: i.family?.familyId ?? null,
    period_value: i.periodValue,
    annual_value: i.annualValue,
    actual_value: i.actualValue,
    weight: i.weight,
    score: i.score,
    target_kind: i.target.kind,
    comparison: i.target.comparison,
    value: i.target.value,
    upper: i.target.upper,
    unit: i.target.unit,
    deadline: i.target.deadline,
    truncated: i.truncated,
    ...placeColumns(i.place),
  }));
}

function projectRegionRows({ projectRegions }: Records): PublishedRow[] {
  return projectRegions.map((r) => ({
    project_id: r.projectId,
    region_code: r.regionCode,
    region_name: r.regionName,
    basis: r.basis,
    mention: r.mention,
    share: r.share,
  }));
}

function totalRows({ totals }: Records): PublishedRow[] {
  return totals.map((t) => ({
    disclosure_id: t.disclosureId,
    seq: t.seq,
    name: t.name,
    total_yuan: t.funding.total,
    ...fundColumns(t.funding),
    ...placeColumns(t.place),
  }));
}

function budgetRows({ budgets }: Records): PublishedRow[] {
  return budgets.map((b) => ({
    disclosure_id: b.disclosureId,
    item: b.item,
    amount_yuan: b.amount,
    ...placeColumns(b.place),
  }));
}

function taskRows({ tasks }: Records): PublishedRow[] {
  return tasks.map((t) => ({
    disclosure_id: t.disclosureId,
    seq: t.seq,
    name: t.name,
    content: t.content,
    amount_yuan: t.amount,
    goal: t.goal,
    ...placeColumns(t.place),
  }));
}

/** The row of a finding. */
export function findingRow(f: Finding): PublishedRow {
  return {
    finding_id: f.findingId,
    rule: f.rule,
    severity: f.severity,
    disclosure_id: f.disclosureId,
    project_id: f.projectId,
    indicator_id: f.indicatorId,
    message: f.message,
    message_en: f.messageEn,
    expected: f.expected,
    found: f.found,
    ...placeColumns(f.place),
  };
}

function ruleRows(
  results: readonly Result[],
  { rules, departmentRules = [] }: Lookups,
): PublishedRow[] {
  return [
    ...rules.map((rule) => ruleRow(rule, "disclosure", countsOf(rule.id, results))),
    // Asked when all documents are there.
    ...departmentRules.map((rule) => ruleRow(rule, "department", countsOf(rule.id, []))),
  ];
}

function ruleRow(
  rule: Question,
  scope: "disclosure" | "department",
  counts: ReturnType<typeof countsOf>,
): PublishedRow {
  return {
    rule: rule.id,
    severity: rule.severity,
    question: rule.question,
    question_en: rule.questionEn,
    ...counts,
    applies: rule.applies,
    applies_en: rule.appliesEn,
    reason: rule.reason,
    reason_en: rule.reasonEn,
    scope,
  };
}

/** The rules that could have been asked of something in a disclosure. */
function disclosureRuleRows(result: Result): PublishedRow[] {
  return [...result.asked.keys()]
    .map((rule) => ({
      disclosure_id: result.records.disclosure.disclosureId,
      rule,
      ...countsOf(rule, [result]),
    }))
    .filter(({ asked, not_applicable: passedOver }) => asked + passedOver > 0);
}

function countsOf(rule: string, results: readonly Result[]) {
  const sum = (count: (result: Result) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  return {
    asked: sum(({ asked }) => asked.get(rule) ?? 0),
    findings: sum(({ findings }) => findings.filter((finding) => finding.rule === rule).length),
    not_applicable: sum(({ notApplicable }) => notApplicable.get(rule) ?? 0),
  };
}

function correctionRows({ disclosure, corrections }: Records): PublishedRow[] {
  return corrections.map(({ expected, replacement, reason, applied, place }) => ({
    disclosure_id: disclosure.disclosureId,
    cell: place.column,
    expected,
    replacement,
    reason,
    applied,
    ...placeColumns(place),
  }));
}

/** The regions that the data mentions with all that contain them, by code. */
function regionRows(codes: readonly (string | null)[], { region }: Lookups): PublishedRow[] {
  const rows = new Map<string, PublishedRow>();
  const add = (code: string | null) => {
    const found = code ? region(code) : undefined;
    if (!found || rows.has(found.code)) return;
    rows.set(found.code, {
      code: found.code,
      name: found.name,
      short_name: found.shortName,
      level: found.level,
      parent_code: found.parentCode || null,
      province_code: found.provinceCode,
      name_en: found.nameEn,
      short_name_en: found.shortNameEn,
    });
    add(found.parentCode);
  };
  codes.forEach(add);
  return [...rows.values()].sort((a, b) =>
    (a["code"] as string) < (b["code"] as string) ? -1 : 1,
  );
}

function familyRows(records: readonly Records[], families: readonly FamilyRule[]): PublishedRow[] {
  const counts = familyCounts(records);
  return families.map((family) => ({
    family_id: family.familyId,
    name: family.name,
    name_en: family.nameEn,
    unit_class: family.unitClass,
    direction: family.direction,
    indicators: counts.get(family.familyId) ?? 0,
    units: family.units.join(";") || null,
    definition: family.definition,
    definition_en: family.definitionEn,
    belongs: family.belongs,
    excludes: family.excludes,
    words: family.words.source,
    unit_words: family.unitWords?.source ?? null,
    counter_words: family.counterWords?.source ?? null,
    purpose: family.purpose?.source ?? null,
    companions: family.companions.join(";") || null,
  }));
}

/** How many indicators are of each family. */
function familyCounts(records: readonly Records[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { family } of records.flatMap(({ indicators }) => indicators)) {
    if (family) counts.set(family.familyId, (counts.get(family.familyId) ?? 0) + 1);
  }
  return counts;
}

/** How the target of a member fits its family, in words. */
const FITS: Readonly<Record<FamilyEvidence, readonly [zh: string, en: string]>> = {
  unit: ["单位属于该族", "its unit is one of the family's"],
  "unit-unstated": ["未载明单位", "no unit is stated"],
  date: ["指标值是时限", "its target is a date"],
  words: ["指标值是文字，该族本为定性", "its target is words, as the family's are"],
  "words-for-number": ["指标值是文字", "its target is words where the family has numbers"],
  several: ["指标值有多项条件", "its target has several conditions"],
  missing: ["未载明指标值", "it has no target"],
};
const STANDS = {
  name: ["名称相符", "the name fits"],
  value: ["指标值中的用语相符", "the words of the value fit"],
} as const;

function familyMatchRows({ indicators }: Records): PublishedRow[] {
  return indicators.flatMap(({ indicatorId, family }) =>
    family
      ? {
          indicator_id: indicatorId,
          family_id: family.familyId,
          score: family.score,
          words: family.words,
          source: family.source,
          evidence: family.evidence,
          reason: `${STANDS[family.source][0]}，${FITS[family.evidence][0]}`,
          reason_en: `${STANDS[family.source][1]}, ${FITS[family.evidence][1]}`,
        }
      : [],
  );
}

function fundColumns(funding: Funding): Record<string, Fen | null> {
  return {
    fiscal_yuan: funding.fiscal,
    special_account_yuan: funding.special,
    other_yuan: funding.other,
  };
}

function placeColumns(place: Omit<Place, "column"> | null): Record<string, number | null> {
  return {
    page: place?.page ?? null,
    row: place?.row ?? null,
    text_start: place?.start ?? null,
    text_end: place?.end ?? null,
  };
}
