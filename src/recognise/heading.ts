import type { Row, Words } from "../model/table.ts";
import { sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { meaningOf, type Meaning } from "./lexicon.ts";
import { perRow } from "./per-row.ts";

const TITLE = /目标(?:申报)?表|申报表|自评表|绩效目标/u;

/** A row that numbers the columns of a header: “1 │ 2 │ 3”. */
export function isNumberRow(row: Row): boolean {
  const cells = filledCells(row);
  return (
    cells.length > 3 &&
    cells.every((cell, index) => Number(cell.text) === Number(cells[0]!.text) + index)
  );
}

/** The cells of a row that hold something. */
export const filledCells = perRow((row): readonly Words[] =>
  row.cells.filter((cell) => cell.text !== ""),
);

/** “第三部分  项目支出绩效目标表………………5”: a line of a table of contents. */
const CONTENTS_LINE = /[….·．]{3,}\s*\d*$/u;

/** “第三部分  项目支出绩效目标表”: the heading of a part of a book. */
const CHAPTER = /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)/u;

/**
 * The title of a form: the first line of a single cell that names a kind of form, without
 * Markdown's signs. The heading of a part of a book is one only where its tables have none.
 */
export function findTitle(rows: readonly Row[]): Words | undefined {
  let chapter: Words | undefined;
  for (const row of rows) {
    const [cell, ...rest] = filledCells(row);
    if (!cell || rest.length > 0 || CONTENTS_LINE.test(cell.text)) continue;
    if (!TITLE.test(squash(cell.text)) || meaningOf(cell.text)) continue;
    const title = trimWords(sliceWords(cell, /^[#*\s]*/u.exec(cell.text)![0].length));
    if (!CHAPTER.test(title.text)) return title;
    chapter ??= title;
  }
  return chapter;
}

/** “填报单位（盖章）：某局”: who fills the form in. */
const FILER = /^(?:填报|编制|申报)(?:单位|部门)(?:（[^（）]*）|\([^()]*\))?\s*[:：]\s*(?=\S)/u;
const MONEY_UNIT = /^(?:人民币)?(?:万|亿|千|百)?元/u;

/** “（2022年度）”, “某局2025年部门预算”: a line that states the year of the budget below the title. */
const YEAR_LINE =
  /^\(?20\d\d年度?\)?$|^(?!关于)[^。;,]{0,24}20\d\d年度?(?:部门|单位)(?:综合)?预算(?:公开|表|草案|情况说明|公开说明)?$/u;

/** “某局2024年度重点项目绩效目标公开”: the title of the page that a table stands on. */
const YEAR_TITLE =
  /^(?!.*关于)[^。;,:]{0,24}20\d\d年度?[^。;,:]{0,16}绩效(?:目标|自评|情况)[^。;,:]{0,8}$/u;

/** The organisation in front of what a title says of its table: “某县民政局2025年部门预算…”. */
const ISSUER =
  /^(\p{Script=Han}{2,20}?(?:局|厅|委|部|委员会|办公室|政府|中心|联合会))(?=20\d\d年|(?:部门|单位)(?:预算|整体)|项目支出|预算项目)/u;

/** The department that a title begins with. */
export function departmentIn(title: Words): Words | undefined {
  const found = ISSUER.exec(title.text);
  return found ? sliceWords(title, 0, found[1]!.length) : undefined;
}

/** The words that state the year of the budget itself: the title, or a line of its own. */
export function findYear(rows: readonly Row[], title: Words | undefined): Words | undefined {
  const lines = rows.map(filledCells).filter((cells) => cells.length === 1);
  return titleWithYear(title) ?? lines.map(([cell]) => cell!).find((cell) => isYearLine(cell.text));
}

/** Whether a line states the year of the budget. */
export function isYearLine(text: string): boolean {
  const line = squash(text);
  return YEAR_LINE.test(line) || YEAR_TITLE.test(line);
}

/** A title that states the year of the budget: “2025年部门整体预算绩效目标申报表”. */
export function titleWithYear(title: Words | undefined): Words | undefined {
  return title && /20\d\d年/u.test(squash(title.text)) ? title : undefined;
}

/**
 * The value of a label that stands in front of it: in the next cell, behind a colon, or behind a
 * space (“部门名称 广州市协作办公室”). The first such label in the rows counts.
 */
export function findLabelled(rows: readonly Row[], meaning: Meaning): Words | undefined {
  for (const row of rows) {
    const cells = filledCells(row);
    for (const [index, cell] of cells.entries()) {
      const next = cells[index + 1];
      if (meaningOf(cell.text) === meaning && next && !meaningOf(next.text)) return next;
      const inside = valueInside(cell, meaning);
      if (inside) return inside;
    }
  }
  return undefined;
}

/** The department that the heading of a table names, also where the label is just “单位”. */
export function findDepartment(rows: readonly Row[]): Words | undefined {
  const named = rows.map((row) => findLabelled([row], "moneyUnit"));
  return (
    findLabelled(rows, "department") ??
    findLabelled(rows, "unit") ??
    named.find((words) => words && !MONEY_UNIT.test(squash(words.text))) ??
    rows.flatMap(filledCells).map(filerIn).find(Boolean)
  );
}

function filerIn(cell: Words): Words | undefined {
  const label = FILER.exec(cell.text)?.[0];
  return label === undefined ? undefined : trimWords(sliceWords(cell, label.length));
}

/** “部门名称：某局”, “部门名称 某局”: the value that follows a label in the same cell. */
function valueInside(cell: Words, meaning: Meaning): Words | undefined {
  const cut = /^([^:：\s]{2,20})\s*[:：\s]\s*(?=\S)/u.exec(cell.text);
  if (!cut || meaningOf(cut[1]!) !== meaning) return undefined;
  const value = sliceWords(cell, cut[0].length);
  // Another label may follow on the line: “部门名称：某局    单位：万元”.
  return trimWords(
    sliceWords(value, 0, /\s{2,}|\s+(?=[^\s:：]{2,10}[:：])/u.exec(value.text)?.index),
  );
}
