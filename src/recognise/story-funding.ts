import type { Fund, FundingReading } from "../model/reading.ts";
import type { Words } from "../model/table.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import type { Story, Topic } from "./story.ts";

const SUM = String.raw`\d[\d,，.]*\s*(?:万元|亿元|元|万(?=[，,。；;、)）]|$))`;
const MONEY = new RegExp(SUM, "gu");
/** “其中：财政拨款400万元，其他资金80万元” */
const PART = String.raw`[^\d,，;；。]{0,6}(${SUM})`;
const PARTS: readonly (readonly [Fund, RegExp])[] = [
  ["fiscal", new RegExp(`财政(?:拨款|资金)${PART}`, "gu")],
  ["special", new RegExp(`财政专户(?:管理资金|拨款)${PART}`, "gu")],
  ["other", new RegExp(`(?:其他|其它|单位|自筹)资金${PART}`, "gu")],
];
/** Clauses about money that is not that of the year. */
const NOT_OF_YEAR = /总投资|总预算|总金额|上年|结转|累计|已(?:投入|下达|拨付)/u;
/** “现下达你县资金120万元”, “预算资金120万元”, “资金总额500万元”, the surest first. */
const GRANTS = ["下达|安排|拨付|预拨", "预算|资金|经费", "投资"].map(
  (verbs) => new RegExp(`(?:${verbs})[^。；;\\n]{0,120}?(${SUM})`, "u"),
);
/** Documents that a sentence cites: “《关于下达…的通知》”. */
const CITED = /《[^》]*》/gu;

/**
 * The amounts that a story tells: the first of the year in the passage about money, else what its
 * prose grants. One beside the name of a fund is that fund's.
 */
export function fundingIn(story: Story, isOnly: boolean): FundingReading {
  const amount = linesOf(story, "amount");
  const text = joinWords(amount.length > 0 ? amount : linesOf(story, "wholeAmount"));
  if (text.text === "") return grantedIn(story, isOnly);
  const total = annualIn(text);
  const parts = PARTS.flatMap(([fund, pattern]) => {
    const found = [...text.text.matchAll(pattern)];
    // Several of one name are those of several governments.
    if (found.length !== 1) return [];
    return [{ fund, amount: groupOf(text, found[0]!) }];
  });
  const columns = parts.map(({ fund }) => fund);
  return {
    total,
    parts: parts.map(({ amount: part }, position) => ({ amount: part, position })),
    shape: `narrative:${columns.join()}`,
    positions: parts.length,
    columns,
  };
}

function linesOf({ passages }: Story, topic: Topic): Words[] {
  return passages.filter((passage) => passage.topic === topic).flatMap(({ lines }) => lines);
}

/** The first amount whose clause is about the year, else the first of all. */
function annualIn(text: Words): Words | undefined {
  const all = [...text.text.matchAll(MONEY)];
  const clauseOf = ({ index }: RegExpExecArray) =>
    /[^，,。；;]*$/u.exec(text.text.slice(0, index))![0];
  const found =
    all.find((money) => !NOT_OF_YEAR.test(clauseOf(money))) ??
    all[0] ??
    /^\s*\d[\d,.]*/u.exec(text.text);
  return found ? sliceWords(text, found.index, found.index + found[0].length) : undefined;
}

/** The amount that the sentences of a notice grant; those above a name may be about several. */
function grantedIn({ passages }: Story, isOnly: boolean): FundingReading {
  const name = isOnly ? 0 : passages.findIndex(({ topic }) => topic === "name");
  const lines = passages
    .slice(Math.max(name, 0))
    .filter(({ topic }) => topic === "other")
    .flatMap((other) => other.lines);
  const total = GRANTS.flatMap((pattern) => lines.flatMap((line) => grantIn(line, pattern)))[0];
  return { total, parts: [], shape: "narrative:0", positions: 0, columns: [] };
}

function grantIn(line: Words, pattern: RegExp): Words[] {
  const found = pattern.exec(line.text.replace(CITED, (title) => "□".repeat(title.length)));
  return found ? [groupOf(line, found)] : [];
}

/** The words of group 1, which ends the match. */
function groupOf(words: Words, found: RegExpExecArray): Words {
  const end = found.index + found[0].length;
  return sliceWords(words, end - found[1]!.length, end);
}
