import { ABSENT, formatNumber } from "../../format.ts";
import type { IndicatorRow, ProjectRow, SliceRows } from "../../query/slice-rows.ts";
import type { SortColumn } from "../../query/slice-conditions.ts";
import type { Language } from "../language.ts";

/** The head of a column. */
export interface Head {
  readonly title: string;
  readonly sort?: SortColumn;
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
  readonly file: Readonly<Record<string, (row: Row) => string | number | null>>;
}

/** The columns of the table of projects. */
function projectColumns({
  words,
  formatTabular,
  projectHref,
  departmentHref,
}: Language): readonly Column<ProjectRow>[] {
  const { columns } = words.explorer;
  return [
    {
      title: columns.project,
      sort: "name",
      width: "words",
      text: (row) => row.name,
      href: (row) => projectHref(row.projectId),
      file: { [columns.project]: (row) => row.name, [columns.projectId]: (row) => row.projectId },
    },
    {
      title: columns.department,
      sort: "department",
      width: "words",
      text: (row) => row.department ?? ABSENT,
      href: (row) => row.departmentId && departmentHref(row.departmentId),
      file: {
        [columns.department]: (row) => row.department,
        [columns.departmentId]: (row) => row.departmentId,
      },
    },
    {
      title: columns.year,
      sort: "year",
      width: "short",
      text: (row) => (row.year === null ? ABSENT : String(row.year)),
      file: { [columns.year]: (row) => row.year },
    },
    {
      title: columns.regions,
      sort: "regions",
      text: (row) => row.regions ?? ABSENT,
      file: { [columns.regions]: (row) => row.regions },
    },
    {
      title: columns.theme,
      sort: "theme",
      width: "short",
      text: (row) => row.theme ?? ABSENT,
      file: { [columns.theme]: (row) => row.theme },
    },
    {
      title: columns.amountShown,
      sort: "amount",
      isNumber: true,
      text: (row) => formatTabular(row.amount),
      file: { [columns.amountYuan]: (row) => row.amount },
    },
    {
      title: columns.indicators,
      sort: "indicators",
      isNumber: true,
      text: (row) => formatNumber(row.indicators),
      file: { [columns.indicators]: (row) => row.indicators },
    },
    {
      title: columns.findings,
      sort: "findings",
      isNumber: true,
      text: (row) => formatNumber(row.findings),
      file: { [columns.findings]: (row) => row.findings },
    },
  ];
}

/** The columns of the table of indicators. */
function indicatorColumns(language: Language): readonly Column<IndicatorRow>[] {
  const { words, projectHref, departmentHref } = language;
  const { columns, kinds } = words.explorer;
  return [
    {
      title: columns.indicator,
      sort: "name",
      width: "words",
      text: (row) => row.name,
      file: {
        [columns.indicator]: (row) => row.name,
        [columns.indicatorId]: (row) => row.indicatorId,
      },
    },
    {
      title: columns.type,
      sort: "type",
      width: "short",
      text: (row) => classOf(row, language),
      file: { [columns.level1]: (row) => row.level1, [columns.level2]: (row) => row.level2 },
    },
    {
      title: columns.targetText,
      width: "words",
      text: (row) => row.text ?? ABSENT,
      file: { [columns.targetText]: (row) => row.text },
    },
    {
      title: columns.target,
      sort: "target",
      text: (row) => targetOf(row, language),
      file: {
        [columns.target]: (row) => targetOf(row, language),
        [columns.kind]: (row) => kinds[row.kind as keyof typeof kinds],
        [columns.comparison]: (row) => row.comparison,
        [columns.value]: (row) => row.value,
        [columns.upper]: (row) => row.upper,
        [columns.unit]: (row) => row.unit,
        [columns.deadline]: (row) => row.deadline,
      },
    },
    {
      title: columns.project,
      sort: "project",
      width: "words",
      text: (row) => row.project ?? words.explorer.ofDepartment,
      href: (row) => row.projectId && projectHref(row.projectId),
      file: {
        [columns.project]: (row) => row.project,
        [columns.projectId]: (row) => row.projectId,
      },
    },
    {
      title: columns.department,
      sort: "department",
      width: "words",
      text: (row) => row.department ?? ABSENT,
      href: (row) => row.departmentId && departmentHref(row.departmentId),
      file: {
        [columns.department]: (row) => row.department,
        [columns.departmentId]: (row) => row.departmentId,
      },
    },
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

/** The rows as the page shows them. */
export function gridOf(table: SliceRows, language: Language): Grid {
  return table.tab === "projects"
    ? grid(projectColumns(language), table.rows, (row) => row.projectId)
    : grid(indicatorColumns(language), table.rows, (row) => row.indicatorId);
}

/** A table as a file holds it. */
export interface Records {
  readonly fields: readonly string[];
  readonly data: readonly (readonly (string | number | null)[])[];
}

/** The rows as a file holds them: the columns shown, amounts in yuan, with the ids of what is linked. */
export function recordsOf(table: SliceRows, language: Language): Records {
  return table.tab === "projects"
    ? records(projectColumns(language), table.rows)
    : records(indicatorColumns(language), table.rows);
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
  const { classIn, none } = words.explorer;
  return level1 === null ? none.type : classIn(level1, level2 ?? none.type);
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

function records<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Records {
  const cells = columns.flatMap((column) => Object.entries(column.file));
  return {
    fields: cells.map(([title]) => title),
    data: rows.map((row) => cells.map(([, value]) => value(row))),
  };
}
