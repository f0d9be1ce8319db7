const YEAR = String.raw`(?:(?<year>20\d\d)年?度?|每年度?|当年度?|本年度?|今年|次年|全年)`;
const MONTH = String.raw`(?<month>1[0-2]|0?[1-9])月(?:份|(?<day>[12]\d|3[01]|0?[1-9])[日号]|[上中下]旬)?(?<monthEnd>底|末|初)?`;
const QUARTER = String.raw`(?:第?(?<quarter>[一二三四1-4])季度(?:末|底)?|(?<half>上|下)半年)`;
const BY = String.raw`(?<by>(?:之前|以前|前|之内|以内|内|完成))`;
const REST = String.raw`[^\d≥≤<>=%,;]{0,8}`;

const IN_YEAR = new RegExp(
  `^(?:[≤<]|于|在|截至|截止|到|至)?${YEAR}?(?:的)?(?:${MONTH}|${QUARTER}|(?<yearEnd>年底|年末|底|末))?${BY}?${REST}$`,
  "u",
);
const EVERY = new RegExp(
  String.raw`^(?:每|次)?(?:个)?(?:月(?:\d{1,2}[日号]|底|末|初)|季度?(?:末|底)(?:月?\d{1,2}[日号])?)${BY}?${REST}$`,
  "u",
);
/** “开学前”, “汛期来临前”: an event of every year. */
const BEFORE_EVENT =
  /^(?:每年|当年|春季|秋季)*(?:开学|学期(?:末|结束)|放假|寒假|暑假|高考|中考|元旦|春节|清明|五一|中秋|国庆|重阳)节?(?:期间)?(?:来临|到来)?(?:之前|以前|前)(?:完成)?$|^(?:每年)?(?:主?汛期?|入汛|入冬|封冻|春耕|秋收|供暖[期季]?|采暖[期季]|防火期)(?:来临|到来|开始)?(?:之前|以前|前)(?:完成)?$/u;
const POINT = String.raw`20\d\d[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?`;
const SPAN = new RegExp(`^${POINT}(?:底)?[-~—至到]+(?:${POINT}|\\d{1,2}月)(?:底)?${BY}?$`, "u");
const MONTHS = /^(?:20\d\d年)?\d{1,2}月?[-~—至到]+\d{1,2}月(?:份)?$/u;
const DAY = /^(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?(?:前|之前|以前)?$/u;
const MONTH_IN_FIGURES = /^(20\d\d)[./-](0?[1-9]|1[0-2])$/u;

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"];
const QUARTERS = ["一二三四", "1234"];

/**
 * Reads a date or a period by which something is to be done. `date` is the last day that meets it
 * where the text fixes one: “2024年10月底前” does, “每年3月底前” and “当年内” name no year, and
 * “2024年10月前” may or may not include October.
 *
 * Undefined for any other text, durations (“30天内”, “1年”) included.
 *
 * @param t squashed text
 */
export function readDeadline(t: string): { date: string | null } | undefined {
  if (SPAN.test(t) || MONTHS.test(t) || EVERY.test(t) || BEFORE_EVENT.test(t))
    return { date: null };
  const [, year, month, day = "0"] = DAY.exec(t) ?? MONTH_IN_FIGURES.exec(t) ?? [];
  if (year)
    return { date: isoDay(Number(year), Number(month) + (day === "0" ? 1 : 0), Number(day)) };
  const groups = IN_YEAR.exec(t)?.groups;
  if (!groups || !namesTime(t, groups)) return undefined;
  return { date: dateOf(groups) };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Whether the parts that were found make a date: a bare “全年” or “当年…” is a word, no date. */
function namesTime(t: string, { year, month, quarter, half, yearEnd, by }: Groups): boolean {
  if (month || quarter || half) return true;
  if (yearEnd) return /年(?:底|末)/u.test(t) || year !== undefined;
  if (year) return /^[≤<]?20\d\d年度?/u.test(t);
  return by !== undefined && by !== "完成" && /^(?:每年|当年|本年|今年|年)/u.test(t);
}

function dateOf({ year, month, day, monthEnd, quarter, half, by }: Groups): string | null {
  if (!year) return null;
  if (quarter) {
    const index = QUARTERS.map((names) => names.indexOf(quarter)).find((at) => at >= 0)!;
    return isBefore(by) ? null : `${year}-${QUARTER_ENDS[index]!}`;
  }
  if (half) return isBefore(by) ? null : `${year}-${half === "上" ? "06-30" : "12-31"}`;
  if (!month) return `${year}-12-31`;
  if (day) return isoDay(Number(year), Number(month), Number(day));
  if (monthEnd === "初" || (isBefore(by) && !monthEnd)) return null;
  return isoDay(Number(year), Number(month) + 1, 0);
}

function isBefore(by: string | undefined): boolean {
  return by?.endsWith("前") ?? false;
}

/** Day 0 of the next month is the last day of this one. */
function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
