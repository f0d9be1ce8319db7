import type { ProjectReading, Reading } from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { toFunding } from "./form-funding.ts";
import { isYearLine, titleWithYear } from "./heading.ts";
import type { Layout } from "./layout.ts";
import { meaningOf, moneyUnitIn } from "./lexicon.ts";
import { readFields, type Fields } from "./stream-fields.ts";
import {
  findHeaders,
  isTitle,
  readIndicators,
  type Header,
  type IndicatorPart,
} from "./stream-indicators.ts";
import { isLabel, tokenise, type Style, type Token } from "./stream-tokens.ts";

/**
 * The one-project form that lost its grid on the way to text; several may stand in a file:
 *
 * ```text
 * 项目名称                ← one cell a line, a label may be broken over lines
 * 农村公路养护
 * 主管部门
 * 某县交通运输局
 * 年度资金总额:
 * 120
 * 一级指标
 * 二级指标
 * 三级指标
 * 指标值
 * 产出指标
 * 数量指标
 * 养护里程
 * ≥35公里
 * ```
 *
 * or its rows on lines, their cells parted by spaces (“数量指标 养护里程 ≥35公里”), or nothing between
 * the cells at all. The known labels are the only anchors: they cut the text into fields and
 * classes, and between two classes the cells fall into the columns that the header names.
 */
export const streamForm: Layout = {
  name: "stream-form",
  follows: "department-form",

  startsAt(rows, index) {
    return startsForm(rows, index);
  },

  matches(pages) {
    const { tokens } = tokenise(pages);
    return (
      tokens.some(({ meaning }) => meaning === "projectName") && findHeaders(tokens).length > 0
    );
  },

  read(pages) {
    const { tokens, style } = tokenise(pages);
    const forms = cutForms(tokens).map((form) => readForm(form, style));
    const named = forms.filter(({ fields }) => fields.words.has("projectName"));
    const head = tokens.slice(0, formStarts(tokens)[0]);
    const heading = readFields(head, style).words;
    const title = titleOf(tokens);
    return {
      layout: "stream-form",
      title,
      department:
        named.map(({ fields }) => fields.words.get("department")).find(Boolean) ??
        named.map(({ fields }) => fields.words.get("departmentAbove")).find(Boolean) ??
        heading.get("department") ??
        named.map(({ fields }) => fields.words.get("unit")).find(Boolean) ??
        heading.get("unit"),
      fiscalYear: yearOf(tokens, title),
      amountUnit: tokens.find(statesUnit)?.words,
      goal: undefined,
      totals: [],
      projects: named.map((form) => toProject(form, heading)),
      indicators: [],
      tasks: [],
      budgets: [],
      unread: forms.flatMap(({ fields, part }) => [...fields.unread, ...part.unread]),
    } satisfies Reading;
  },
};

/** Rows between the name of a project and the header of its indicators, cells being lines. */
const LONGEST_HEAD = 60;
const HEADER_WORDS = ["二级指标", "三级指标"];

/** A line that begins with the label of a project's name, above a header of indicators. */
function startsForm(rows: readonly Row[], index: number): boolean {
  const { cells } = rows[index]!;
  const [label] = cells.length === 1 ? cells[0]!.text.split(/[\s:：]/u) : [];
  if (!label || meaningOf(label) !== "projectName") return false;
  const below = rows.slice(index, index + LONGEST_HEAD).flatMap((row) => row.cells);
  const text = squash(below.map((cell) => cell.text).join(""));
  return HEADER_WORDS.every((word) => text.includes(word));
}

interface Form {
  readonly fields: Fields;
  readonly part: IndicatorPart;
  /** The words that state the unit of its amounts. */
  readonly unit: Words | undefined;
}

/** “资金情况（万元）”, or the value of “金额单位：”. */
function statesUnit({ words }: Token, index: number, tokens: readonly Token[]): boolean {
  const isValue = tokens[index - 1]?.meaning === "moneyUnit" && /^(?:万元|元)$/u.test(words.text);
  return isValue || (words.text.length < 60 && moneyUnitIn(words.text) !== undefined);
}

/** Where the forms begin: at each name of a project that has something behind it. */
function formStarts(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ meaning }, index) => {
    if (meaning !== "projectName") return [];
    const next = tokens.find(({ words }, behind) => behind > index && words.text !== "");
    return next && !isLabel(next) ? [index] : [];
  });
}

function cutForms(tokens: readonly Token[]): (readonly Token[])[] {
  const starts = formStarts(tokens);
  const forms = starts.map((start, index) => tokens.slice(start, starts[index + 1]));
  return forms.filter((form) => findHeaders(form).length > 0);
}

function readForm(tokens: readonly Token[], style: Style): Form {
  const headers = findHeaders(tokens);
  const fields = readFields(tokens.slice(0, headers[0]!.from), style);
  const parts = annualParts(tokens, headers).map(({ header, body }) =>
    readIndicators(body, header, style),
  );
  const part = {
    indicators: parts.flatMap(({ indicators }) => indicators),
    unread: parts.flatMap(({ unread }) => unread),
  };
  return { fields, part, unit: tokens.find(statesUnit)?.words };
}

/** The parts below the headers; those of the whole period only where none of the year follows. */
function annualParts(
  tokens: readonly Token[],
  headers: readonly Header[],
): { header: Header; body: readonly Token[] }[] {
  const isPeriod = ({ from, to }: Header) =>
    tokens.slice(from, to).some(({ meaning }) => meaning === "periodIndicators");
  const parts = headers.map((header, index) => ({
    header,
    body: tokens.slice(header.to, headers[index + 1]?.from),
  }));
  const annual = parts.filter(({ header }) => !isPeriod(header));
  return annual.length > 0 ? annual : parts;
}

/** The first title, with the line above it where that one breaks off: “…2022年区级项目支出”. */
function titleOf(tokens: readonly Token[]): Words | undefined {
  const at = tokens.findIndex(({ words }) => isTitle(squash(words.text)));
  const [above, line] = [tokens[at - 1], tokens[at]];
  if (!above || line?.edge !== "line" || line.afterGap || isLabel(above)) return line?.words;
  return BREAKS_OFF.test(squash(above.words.text))
    ? joinWords([above.words, line.words])
    : line.words;
}

/** A title that goes on in the next line. */
const BREAKS_OFF = /^[^:;,。]{4,40}(?:支出|项目|资金|专项|整体|预算|年度?|转移支付|绩效|财政|的)$/u;

/** “(2022年度)” below the title, or the year in the title. */
function yearOf(tokens: readonly Token[], title: Words | undefined): Words | undefined {
  const line = tokens.find(({ words }) =>
    /^\(?20\d\d年度?\)?$|^\(20\d\d\)年度$/u.test(squash(words.text)),
  );
  if (line) return line.words;
  const glued = tokens[0]?.words;
  const found = glued && /[(（](20\d\d)年度?[)）]\s*$/u.exec(glued.text);
  if (found) return sliceWords(glued, found.index);
  return titleWithYear(title) ?? tokens.find(({ words }) => isYearLine(words.text))?.words;
}

function toProject({ fields, part, unit }: Form, heading: Fields["words"]): ProjectReading {
  const { words } = fields;
  return {
    name: words.get("projectName")!,
    unit:
      words.get("unit") ??
      words.get("department") ??
      heading.get("unit") ??
      heading.get("department"),
    funding: toFunding(words, unit),
    category: words.get("category"),
    grade: words.get("grade"),
    startYear: words.get("startYear"),
    endYear: words.get("endYear"),
    goal: fields.goal,
    periodGoal: fields.periodGoal,
    indicators: part.indicators,
  };
}
