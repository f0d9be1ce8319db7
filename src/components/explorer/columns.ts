import { ABSENT, formatNumber } from "../../format.ts";
import type { IndicatorRow, ProjectRow, SliceRows } from "../../query/slice-rows.ts";
import type { SortColumn, Tab } from "../../query/slice-conditions.ts";
import type { ColumnType } from "../../model/schema.ts";
import type { Language } from "../language.ts";
import type { Field, Records } from "../take/records.ts";
import { FIRST_LOOK, type Look } from "./look.ts";

/** The head of a column. */
export interface Head {
  readonly title: string;
  /** Its name, by which the table is sorted. */
  readonly sort: SortColumn;
  readonly isNumber?: boolean;
  /** A column of words, which wants room, or of a word, which must not be broken. */
  readonly width?: "words" | "short";
}

/** A column of a table: as it is shown, and as it is written into a file. */
interface Column<Row> extends Head {
  /** The cell as shown; “—” where the document says nothing. */
  text(row: Row): string;
  /** Where the cell leads, if anywhere. */
  href?(row: Row): string | null;
  /** What a file holds for the cell: several columns where it says several things or is a link. */
  readonly file: Readonly<Partial<Record<FileColumn, (row: Row) => string | number | null>>>;
}

/** The columns of files: as programs call them, and what they hold. Their titles are words of the site. */
const FILE_COLUMNS = {
  project: ["project", "text"],
  projectId: ["project_id", "text"],
  department: ["department", "dimension"],
  departmentId: ["department_id", "dimension"],
  year: ["fiscal_year", "integer"],
  regions: ["regions", "text"],
  theme: ["theme", "dimension"],
  spendingUnit: ["spending_unit", "dimension"],
  city: ["department_region", "dimension"],
  fiscalYuan: ["fiscal_yuan", "money"],
  specialYuan: ["special_account_yuan", "money"],
  otherYuan: ["other_yuan", "money"],
  goal: ["goal", "text"],
  amountYuan: ["amount_yuan", "money"],
  indicators: ["indicators", "integer"],
  findings: ["findings", "integer"],
  indicator: ["indicator", "text"],
  indicatorId: ["indicator_id", "text"],
  level1: ["level1", "dimension"],
  level2: ["level2", "dimension"],
  targetText: ["target_text", "text"],
  target: ["target", "text"],
  kind: ["target_kind", "dimension"],
  comparison: ["comparison", "dimension"],
  value: ["value", "number"],
  upper: ["upper", "number"],
  unit: ["unit", "dimension"],
  deadline: ["deadline", "date"],
  actual: ["actual_value", "text"],
  weight: ["weight", "number"],
  score: ["score", "number"],
  family: ["family", "text"],
} as const satisfies Record<string, readonly [name: string, type: ColumnType]>;
type FileColumn = keyof typeof FILE_COLUMNS;

type Shared = "department" | "year" | "regions" | "findings";

/** The columns that both tables have. */
function sharedColumns({
  words,
  departmentHref,
}: Language): Record<Shared, Column<Pick<ProjectRow, Shared | "departmentId">>> {
  const { columns } = words.explorer;
  return {
    department: {
      title: columns.department,
      sort: "department",
      width: "words",
      text: (row) => row.department ?? ABSENT,
      href: (row) => row.departmentId && departmentHref(row.departmentId),
      file: {
        department: (row) => row.department,
        departmentId: (row) => row.departmentId,
      },
    },
    year: {
      title: columns.year,
      sort: "year",
      width: "short",
      text: (row) => (row.year === null ? ABSENT : String(row.year)),
      file: { year: (row) => row.year },
    },
    regions: {
      title: columns.regions,
      sort: "regions",
      text: (row) => row.regions ?? ABSENT,
      file: { regions: (row) => row.regions },
    },
    findings: {
      title: columns.findings,
      sort: "findings",
      isNumber: true,
      text: (row) => formatNumber(row.findings),
      file: { findings: (row) => row.findings },
    },
  };
}

/** The columns of the table of projects. */
function projectColumns(language: Language): readonly Column<ProjectRow>[] {
  const { words, formatTabular, projectHref } = language;
  const shared = sharedColumns(language);
  const { columns } = words.explorer;
  const { sources } = words.table;
  return [
    {
      title: columns.project,
      sort: "name",
      width: "words",
      text: (row) => row.name,
      href: (row) => projectHref(row.projectId),
      file: { project: (row) => row.name, projectId: (row) => row.projectId },
    },
    shared.department,
    {
      title: columns.spendingUnit,
      sort: "unit",
      width: "words",
      text: (row) => row.unit ?? ABSENT,
      file: { spendingUnit: (row) => row.unit },
    },
    {
      title: columns.city,
      sort: "city",
      width: "short",
      text: (row) => row.city ?? ABSENT,
      file: { city: (row) => row.city },
    },
    shared.year,
    shared.regions,
    {
      title: columns.theme,
      sort: "theme",
      width: "short",
      text: (row) => row.theme ?? ABSENT,
      file: { theme: (row) => row.theme },
    },
    {
      title: columns.amountShown,
      sort: "amount",
      isNumber: true,
      text: (row) => formatTabular(row.amount),
      file: { amountYuan: (row) => row.amount },
    },
    {
      title: sources.fiscal,
      sort: "fiscal",
      isNumber: true,
      text: (row) => formatTabular(row.fiscal),
      file: { fiscalYuan: (row) => row.fiscal },
    },
    {
      title: sources.special,
      sort: "special",
      isNumber: true,
      text: (row) => formatTabular(row.special),
      file: { specialYuan: (row) => row.special },
    },
    {
      title: sources.other,
      sort: "other",
      isNumber: true,
      text: (row) => formatTabular(row.other),
      file: { otherYuan: (row) => row.other },
    },
    {
      title: columns.goal,
      sort: "goal",
      width: "words",
      text: (row) => row.goal ?? ABSENT,
      file: { goal: (row) => row.goal },
    },
    {
      title: columns.indicators,
      sort: "indicators",
      isNumber: true,
      text: (row) => formatNumber(row.indicators),
      file: { indicators: (row) => row.indicators },
    },
    shared.findings,
  ];
}

/** The columns of the table of indicators. */
function indicatorColumns(language: Language): readonly Column<IndicatorRow>[] {
  const { words, projectHref } = language;
  const shared = sharedColumns(language);
  const { columns } = words.explorer;
  return [
    {
      title: columns.indicator,
      sort: "name",
      width: "words",
      text: (row) => row.name,
      file: {
        indicator: (row) => row.name,
        indicatorId: (row) => row.indicatorId,
      },
    },
    {
      title: columns.type,
      sort: "type",
      width: "short",
      text: (row) => classOf(row, language),
      file: { level1: (row) => row.level1, level2: (row) => row.level2 },
    },
    {
      title: columns.targetText,
      sort: "text",
      width: "words",
      text: (row) => row.text ?? ABSENT,
      file: { targetText: (row) => row.text },
    },
    {
      title: columns.target,
      sort: "target",
      text: (row) => targetOf(row, language),
      file: {
        target: (row) => targetOf(row, language),
        kind: (row) => row.kind,
        comparison: (row) => row.comparison,
        value: (row) => row.value,
        upper: (row) => row.upper,
        unit: (row) => row.unit,
        deadline: (row) => row.deadline,
      },
    },
    {
      title: columns.actual,
      sort: "actual",
      width: "words",
      text: (row) => row.actual ?? ABSENT,
      file: { actual: (row) => row.actual },
    },
    {
      title: columns.weight,
      sort: "weight",
      isNumber: true,
      text: (row) => (row.weight === null ? ABSENT : formatNumber(row.weight, 2)),
      file: { weight: (row) => row.weight },
    },
    {
      title: columns.score,
      sort: "score",
      isNumber: true,
      text: (row) => (row.score === null ? ABSENT : formatNumber(row.score, 2)),
      file: { score: (row) => row.score },
    },
    {
      title: columns.family,
      sort: "family",
      text: (row) => familyOf(row, language) ?? ABSENT,
      file: { family: (row) => familyOf(row, language) },
    },
    {
      title: columns.project,
      sort: "project",
      width: "words",
      text: (row) => row.project ?? words.explorer.ofDepartment,
      href: (row) => row.projectId && projectHref(row.projectId),
      file: {
        project: (row) => row.project,
        projectId: (row) => row.projectId,
      },
    },
    shared.department,
    shared.year,
    shared.regions,
    shared.findings,
  ];
}

/** A table ready to be shown or written, whichever it is. */
export interface Grid {
  readonly heads: readonly Head[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly { readonly text: string; readonly href: string | null }[];
  }[];
}

/** The columns that are shown of each table, behind the first, which always is. */
export type Chosen = Look["columns"];

/** All columns of a table, in its order. */
export function headsOf(tab: Tab, language: Language): readonly Head[] {
  return tab === "projects" ? projectColumns(language) : indicatorColumns(language);
}

/** The rows as the page shows them. */
export function gridOf(
  table: SliceRows,
  language: Language,
  chosen: Chosen = FIRST_LOOK.columns,
): Grid {
  return table.tab === "projects"
    ? grid(among(projectColumns(language), chosen.projects), table.rows, (row) => row.projectId)
    : grid(
        among(indicatorColumns(language), chosen.indicators),
        table.rows,
        (row) => row.indicatorId,
      );
}

/** The rows as a file holds them: the columns shown, amounts in yuan, with the ids of what is linked. */
export function recordsOf(
  table: SliceRows,
  language: Language,
  chosen: Chosen = FIRST_LOOK.columns,
): Records {
  return table.tab === "projects"
    ? records(among(projectColumns(language), chosen.projects), table.rows, language)
    : records(among(indicatorColumns(language), chosen.indicators), table.rows, language);
}

function among<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly SortColumn[],
): readonly Column<Row>[] {
  return columns.filter(({ sort }, i) => i === 0 || chosen.includes(sort));
}

function familyOf({ family, familyEn }: IndicatorRow, { words }: Language): string | null {
  return family === null ? null : words.either(family, familyEn ?? family);
}

/** A parsed target as one reads it: “≥ 90 %”, “20–30 次”, “2024年12月31日前”; its kind where it has no number. */
export function targetOf(row: IndicatorRow, { words, formatDate }: Language): string {
  const { columns, kinds } = words.explorer;
  const kind = kinds[row.kind as keyof typeof kinds] ?? row.kind;
  if (row.kind === "deadline" && row.deadline) return columns.by(formatDate(row.deadline));
  if (row.value === null) return kind;
  const number = formatNumber(row.value, 6);
  const range = row.upper === null ? number : `${number}–${formatNumber(row.upper, 6)}`;
  return [row.comparison, range, row.unit].filter(Boolean).join(" ");
}

function classOf({ level1, level2 }: IndicatorRow, { words }: Language): string {
  const { classIn, className, none } = words.explorer;
  if (level1 === null) return none.type;
  return classIn(className(level1), level2 === null ? none.type : className(level2));
}

function grid<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Grid {
  return {
    heads: columns,
    rows: rows.map((row) => ({
      key: keyOf(row),
      cells: columns.map((column) => ({
        text: column.text(row),
        href: column.href?.(row) ?? null,
      })),
    })),
  };
}

function records<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): Records {
  const cells = columns.flatMap(({ file }) => Object.entries(file));
  return {
    fields: cells.map(([column]) => fieldOf(column as FileColumn, language)),
    data: rows.map((row) => cells.map(([, value]) => value(row))),
  };
}

function fieldOf(column: FileColumn, { words }: Language): Field {
  const [name, type] = FILE_COLUMNS[column];
  const title = words.explorer.columns[column];
  return { name, type, title, description: words.take.columns[column] };
}
