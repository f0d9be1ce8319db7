import type { IndicatorReading } from "../model/reading.ts";
import type { Words } from "../model/table.ts";
import { sliceWords, trimWords } from "../model/words.ts";
import { gluedRows } from "./stream-glued-rows.ts";
import { indicatorReading } from "./indicator-reading.ts";

/** What stands in front of a heading or an item: “一、”, “（1）”, “2.”. */
export const NUMBER_MARK = String.raw`(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|[①-⑳])`;

/** The same where it may be missing. */
export const NUMBERING = `${NUMBER_MARK}?`;

/** The same in front of an indicator, or “一是”. */
const ITEM = new RegExp(
  `^\\s*${NUMBERING}(?![一二三四五六七八九十][、类])\\s*(?:[一二三四五六七八九十]是[:：，,]?)?\\s*`,
  "u",
);
/** Words and signs of comparison in front of a number. */
export const SIGN =
  "[≥≤><=≧≦＞＜＝]{1,2}|不低于|不少于|不高于|不超过|不大于|不小于|大于等于|小于等于|至少|大于|小于|高于|低于|达到|达|控制在|约";
const NUMBER = String.raw`[\d０-９][\d０-９,，.．]*(?:\s*[-~—至]\s*\d[\d.]*)?`;
const DATE = String.raw`(?:(?:20\d\d年)?\d{1,2}月份?(?:\d{1,2}日|底|末|[上中下]旬)?|20\d\d年?(?:底|末))(?:之?前|以前)?(?:完成|完工|竣工)?`;
/** “新建水池(≥**座)>=3座”: name, then comparison, number and unit to the end. */
const QUANTITY = new RegExp(
  `^(.*?[\\p{Script=Han})）%］\\]])\\s*(?:为|是|于|[:：])?\\s*((?:${SIGN})?\\s*(?:${DATE}|${NUMBER}[^\\d０-９≥≤><=的]{0,12}))$`,
  "su",
);
/** “新建蓄水池（4座）” */
const IN_BRACKETS = new RegExp(
  `^(.*?\\p{Script=Han})\\s*[（(]((?:${SIGN})?\\s*${NUMBER}[^\\d()（）≥≤><=]{0,8})[）)]$`,
  "su",
);
/** “群众生活水平明显提高”: judgement begins with its adverb. */
const JUDGEMENT =
  /^([^，,]{2,30}?\p{Script=Han})\s*[:：]?\s*((?:明显|显著|持续|有效|不断|逐步|进一步|稳步|大幅|较好|长期|得到|有所)\p{Script=Han}{1,12})$/su;
/** A clause about what is done, which states no result: “促进农民增收”. */
const PURPOSE = /^(?:促进|推动|推进|带动|实现|通过|有利于|确保|保障|不断|持续|有效|进一步)/u;
/** “生态修复功能提高” */
const CHANGE = /^([^，,]{3,30}?\p{Script=Han})\s*[:：]?\s*(提高|提升|改善|增强|优化|良好|较好)$/su;
/** What is said to the reader, not of the project. */
const ADDRESS =
  /^(?:请|各(?![项类种])|现将|特此|根据|按照|附件|联系|监督(?:单位|电话|举报)|公示|以上)/u;
/** A verb is a name only where nothing but a number and its unit follows it. */
const BARE_VERB = /^\p{Script=Han}{1,2}$/u;
const LONGEST_NAME = 60;
const ENDS = /(?<=[；;。\n])/u;

/** The sentences of a text, and their clauses where each is an indicator of its own. */
export function sentencesOf(words: Words): Words[] {
  const sentences: Words[] = [];
  let from = 0;
  for (const part of words.text.split(ENDS)) {
    sentences.push(withoutStop(trimWords(sliceWords(words, from, from + part.length))));
    from += part.length;
  }
  return sentences.flatMap(clausesOf).filter(({ text }) => text.trim() !== "");
}

/** The clauses of a sentence where each is an indicator of its own. */
function clausesOf(sentence: Words): Words[] {
  const clauses: Words[] = [];
  let from = 0;
  for (const part of sentence.text.split(/(?<=[，,、])(?!\d)/u)) {
    const clause = sliceWords(sentence, from, from + part.length);
    clauses.push(trimWords(sliceWords(clause, 0, part.replace(/[，,、]\s*$/u, "").length)));
    from += part.length;
  }
  return clauses.length > 1 && clauses.every(({ text }) => QUANTITY.test(body(text)))
    ? clauses
    : [sentence];
}

function body(text: string): string {
  return text.replace(ITEM, "");
}

/** The indicator that a sentence states: a name, and behind it a number or a judgement. */
export function indicatorIn(
  sentence: Words,
  level1: Words | undefined,
  level2: Words | undefined,
): IndicatorReading | undefined {
  const skipped = sentence.text.length - body(sentence.text).length;
  const text = sentence.text.slice(skipped);
  const judgement = level2 ? (JUDGEMENT.exec(text) ?? changeIn(text)) : null;
  const [whole, name, value] =
    (level2 && nameAndValue(sliceWords(sentence, skipped))) ??
    QUANTITY.exec(text) ??
    IN_BRACKETS.exec(text) ??
    judgement ??
    [];
  if (!whole || !name || !value || !isName(name, value)) return undefined;
  const at = skipped + whole.lastIndexOf(value);
  return indicatorReading({
    level1,
    level2,
    name: trimWords(sliceWords(sentence, skipped, skipped + name.length)),
    annualValue: sliceWords(sentence, at, at + value.length),
    words: sentence,
  });
}

function changeIn(text: string): RegExpExecArray | null {
  return PURPOSE.test(text) ? null : CHANGE.exec(text);
}

/** A sentence that is a name and a value as tables have them: “发放时间每月10日前”. */
function nameAndValue(sentence: Words): [string, string, string] | undefined {
  const [row, ...others] = gluedRows(sentence, ["level3", "annualValue"], false) ?? [];
  const { level3: name, annualValue: value } = row ?? {};
  const isWhole = name && value && name.text.length + value.text.length === sentence.text.length;
  if (!isWhole || others.length > 0 || !isStatement(name.text, value.text)) return undefined;
  return [sentence.text, name.text.replace(/[:：]\s*$/u, ""), value.text];
}

/** A number of something, or a judgement of a thing rather than a clause about what is done. */
function isStatement(name: string, value: string): boolean {
  if (/\d/u.test(value)) return !/\d{1,2}月?底?$/u.test(name);
  return value.length > 1 && !PURPOSE.test(name) && !/[，,\d]/u.test(name);
}

function isName(name: string, value: string): boolean {
  // “2024年10月底前完工” is a date without a name.
  if (name.length > LONGEST_NAME || /\d年?$/u.test(name) || ADDRESS.test(name)) return false;
  return !BARE_VERB.test(name) || !/\d\D{6,}$/u.test(value);
}

/** Words without the stop that ends them. */
export function withoutStop(words: Words): Words {
  return sliceWords(words, 0, words.text.replace(/[。；;，,]\s*$/u, "").length);
}
