import type { Region, RegionAlias, RegionMention } from "../model/region.ts";

/** What is known about places, and how they are found in words. Pure and deterministic. */
export interface Gazetteer {
  /** The region with this code of GB/T 2260. */
  region(code: string): Region | undefined;
  /** Whether the first lies in the second, at any depth. A region does not lie in itself. */
  isInside(region: Region, container: Region): boolean;
  /** The prefecture or municipality that a region is or lies in; undefined for a province. */
  cityOf(region: Region): Region | undefined;
  /**
   * Every place that a text names, in order; spans do not overlap.
   *
   * Names in the name of an organisation (中山大学), a road or an area without a government
   * (粤港澳大湾区) are none. Two or three abbreviations in a row (莞韶) are read only where one of
   * them is `home`, the government that speaks.
   */
  mentions(text: string, home?: Region): RegionMention[];
  /** The government that a department belongs to; undefined for a central or unknown one. */
  home(department: string): Region | undefined;
}

/** One way to write a place, or (`mask`) words in which no place is to be looked for. */
interface Form {
  readonly text: string;
  readonly kind: "full" | "short" | "joined" | "mask";
  /** Those it can mean; all that it means if joined. */
  readonly regions: readonly Region[];
  /** Also a common word. */
  readonly ordinary: boolean;
  /** Names counties only, by their short names. */
  readonly weak: boolean;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly regions: readonly Region[];
}

/** Text that is being read, without its white space, and what was found so far. */
interface Scan {
  readonly text: string;
  readonly home: Region | undefined;
  readonly found: Match[];
}

// In front of these a name begins: nothing, punctuation, words like 和 对 赴 and the ends of
// 帮扶 支援 协作 推动 开展 and of the names of places.
const BOUNDARY =
  /^$|[\p{P}\p{S}\d和与及同对在到赴向为由给至帮往驻援助持的进于扶作动接展省市区州县盟旗]/u;

/** Words that make what follows a beneficiary, whatever else the name might be part of. */
const AID = /(?:对口|帮扶|支援|援助|援建|协作|合作|对接|结对|扶持|帮助|助力|援)$/u;

// Where a noun phrase that began with a name ends.
const PHRASE =
  /^(?:(?!举办|召开|参加|开展|建设|组织|进行|实施|打造)[^\p{P}\p{S}\s的与和及为在对等向从到把将是了]){0,12}/u;

/** Bodies and events that carry the name of a place, or are only seated there. */
const NAMESAKE =
  /大学(?!城|生)|学院|研究[院所]|交易所|证券|促进会|(?<!商)协会|商会|学会|联谊会|同乡会|咨询委员会|银行|公司|集团|日报|晚报|卫视|电视台|出版社|博览会|洽谈会|交易会|展览会|论坛|运动会|亚运会|马拉松/u;

/** Offices that deal with a place and are named with its short or joined name: 港澳办. */
const OFFICE =
  /^办(?![理学事好展赛会法班证医])|^.{0,8}?(?:办公室|事务办|委员会|事务局|促进中心|合作中心|服务中心)/u;

/** Teams sent to a place exist for it. */
const FIELD_TEAM = /指挥部|工作队|工作组/u;

/** Roads, and towns and villages that are called like a bigger place. */
const NAMESAKE_PLACE =
  /^(?:[东西南北中]?(?:路(?![演线径况网灯])|街|大道|巷|立交)|镇(?![村街域级])|乡(?![村镇土贤亲情愁])|村(?![级民庄镇集里企寨])|社区|小区)/u;

/** What two or three abbreviations in a row are followed by when they mean places. */
const JOINT =
  /^[^\p{P}\p{S}\s]{0,8}?(?:产业|共建|挥部|工作队|工作组|协作|合作|帮扶|对口|支援|结对|两[地市省]|园区|劳务|扶贫|特别|一体化|航线|友好)/u;

/** A region of several provinces: 粤桂黔滇川高铁经济带. */
const AREA = /^.{0,6}?(?:经济[带区圈]|城市群|大湾区|石漠化)/u;

// Words of one character that take a following word: 建设新|乡村, 发展中|山区, 土壤和|田间.
const ONE_CHARACTER_WORDS = "和新中大三上长常来支援";

// No province but these characters mean anything else in running text.
const PROVINCES_ONLY = "京津冀晋辽沪浙皖闽赣鲁豫鄂湘粤桂琼渝黔滇藏陕";

const NONE: readonly Form[] = [];
const HONG_KONG_AND_MACAO = ["810000", "820000"];
const LEVELS = ["province", "prefecture", "county"] as const;

/** Number in front of a department's name (820001-, [015001]) and the party's or league's name. */
const BEFORE_PLACE =
  /^(?:[[(（【]?\d+[\])）】]?[-—]?)?(?:中共|中国共产党|共青团|中国共产主义青年团|政协|中国人民政治协商会议|民革|民盟|民建|民进|农工党|致公党|九三学社)?/u;

/**
 * Makes a gazetteer of the rows of regions.csv and regions-aliases.csv.
 *
 * The full name of a place counts wherever it stands, the short name of a province or prefecture
 * (铜仁) too, that of a county (巫山) only with evidence: its full name or a place around it in the
 * same text. Where names overlap, the leftmost, then the longest is read: 上海东部 is not 海东.
 */
export function makeGazetteer(
  regions: readonly Region[],
  aliases: readonly RegionAlias[],
): Gazetteer {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const words = new Set(aliases.filter(({ kind }) => kind === "word").map(({ alias }) => alias));
  const abbreviations = new Map(
    aliases
      .filter(({ kind }) => kind === "abbreviation")
      .map(({ alias, codes }) => [alias, codes.map((code) => byCode.get(code)!)]),
  );
  const forms = indexForms(makeForms(regions, aliases, byCode));
  for (const { shortName, level } of regions) if (level === "province") words.add(shortName);
  // Whether a place can begin with a character, by its code: with most none does.
  const begins = new Uint8Array(0x10000);
  for (const key of forms.keys()) begins[Math.floor(key / 65536)] = 1;
  for (const text of [...abbreviations.keys(), ...PROVINCES_ONLY]) begins[text.charCodeAt(0)] = 1;

  return { region: (code) => byCode.get(code), isInside, cityOf, mentions, home };

  function isInside(region: Region, container: Region): boolean {
    for (let at = byCode.get(region.parentCode); at; at = byCode.get(at.parentCode)) {
      if (at === container) return true;
    }
    return false;
  }

  function cityOf(region: Region): Region | undefined {
    const isCity = ({ level, name }: Region) =>
      level === "prefecture" || (level === "province" && name.endsWith("市"));
    if (isCity(region)) return region;
    const parent = byCode.get(region.parentCode);
    // 济源市 and its like lie in no city but are one.
    return parent && isCity(parent) ? parent : region.level === "county" ? region : undefined;
  }

  function mentions(text: string, home?: Region): RegionMention[] {
    const [dense, origins] = withoutSpaces(text);
    const scan: Scan = { text: dense, home, found: [] };
    readCertain(scan);
    readWithEvidence(scan);
    const named = namedIn(scan.found);
    return scan.found
      .filter(({ form }) => form.kind !== "mask")
      .map((match) => {
        const start = origins(match.start);
        const end = origins(match.end - 1) + 1;
        const meant = decide(match, named, home);
        const sure = match.form.kind === "joined" || meant.length === 1;
        return {
          words: text.slice(start, end),
          start,
          end,
          regions: sure ? meant : [],
          candidates: sure ? [] : meant,
        };
      });
  }

  /** Reads, from left to right, what counts by itself, and masks. */
  function readCertain(scan: Scan): void {
    let at = 0;
    while (at < scan.text.length) {
      if (begins[scan.text.charCodeAt(at)] === 0) {
        at++;
        continue;
      }
      const match = areaAt(scan, at) ?? certainAt(scan, at);
      if (match) scan.found.push(match);
      at = match ? match.end : at + 1;
    }
  }

  function certainAt(scan: Scan, start: number): Match | undefined {
    for (const form of formsAt(scan.text, start)) {
      const end = start + form.text.length;
      if (form.kind === "mask") return { start, end, form, regions: [] };
      const around = regionBefore(scan, start);
      const inside = around ? form.regions.filter((region) => isInside(region, around)) : [];
      const supported = inside.length > 0 && !(form.weak && form.ordinary);
      if (!supported && (form.weak || (form.ordinary && !hasCue(scan, start)))) continue;
      if (!supported && overlapsWord(scan.text, start, form)) continue;
      if (isPartOfOther(scan.text, start, form)) continue;
      return {
        start,
        end,
        form,
        regions: highest(supported ? { ...form, regions: inside } : form),
      };
    }
    return;
  }

  /** Reads, between what was found, what counts only with evidence elsewhere in the text. */
  function readWithEvidence(scan: Scan): void {
    const named = namedIn(scan.found);
    const gaps = gapsBetween(scan.found, scan.text.length);
    for (const [from, to] of gaps) {
      let at = from;
      while (at < to - 1) {
        if (begins[scan.text.charCodeAt(at)] === 0) {
          at++;
          continue;
        }
        const match = jointAt(scan, at, to) ?? evidentAt(scan, at, to, named);
        if (match) scan.found.push(match);
        at = match ? match.end : at + 1;
      }
    }
    scan.found.sort((a, b) => a.start - b.start);
  }

  function evidentAt(
    scan: Scan,
    start: number,
    limit: number,
    named: ReadonlySet<Region>,
  ): Match | undefined {
    for (const form of formsAt(scan.text, start)) {
      const end = start + form.text.length;
      if (end > limit || form.kind !== "short" || !(form.weak || form.ordinary)) continue;
      if (form.weak && form.ordinary) continue;
      if (!BOUNDARY.test(scan.text.charAt(start - 1))) continue;
      if (words.has(scan.text.slice(end - 1, end + 1))) continue;
      if (isPartOfOther(scan.text, start, form)) continue;
      const evident = form.regions.filter((region) => hasEvidence(region, named, scan.home));
      if (evident.length === 1) return { start, end, form, regions: evident };
    }
    return;
  }

  /** Its full name, or a place around it that is not simply where the department is. */
  function hasEvidence(region: Region, named: ReadonlySet<Region>, home?: Region): boolean {
    if (named.has(region)) return true;
    for (let at = byCode.get(region.parentCode); at; at = byCode.get(at.parentCode)) {
      if (named.has(at) && !(home && (at === home || isInside(home, at)))) return true;
    }
    return false;
  }

  /** Two or three abbreviations, one of them the department's own: 莞韶 for 东莞. */
  function jointAt(scan: Scan, start: number, limit: number): Match | undefined {
    const { text, home } = scan;
    if (!home || !abbreviations.has(text.charAt(start))) return;
    if (!abbreviations.has(text.charAt(start + 1))) return;
    if (words.has(text.slice(start - 1, start + 1))) return;
    for (const length of [3, 2]) {
      const end = start + length;
      if (end > limit || words.has(text.slice(end - 1, end + 1))) continue;
      if (!JOINT.test(text.slice(end, end + 16))) continue;
      const regions = readJoint([...text.slice(start, end)], home);
      const form = joined(text.slice(start, end), regions ?? []);
      if (regions && !isPartOfOther(text, start, form)) return { start, end, form, regions };
    }
    return;
  }

  function readJoint(characters: readonly string[], home: Region): Region[] | undefined {
    const meanings = characters.map((character) => abbreviations.get(character) ?? []);
    const own = meanings.flat().find((region) => region === home || isInside(home, region));
    if (!own) return;
    const fitting = meanings.map((candidates) =>
      candidates.includes(own)
        ? [own]
        : candidates.filter(
            ({ level, code }) => level === own.level || HONG_KONG_AND_MACAO.includes(code),
          ),
    );
    return fitting.every(({ length }) => length === 1) ? fitting.flat() : undefined;
  }

  function areaAt({ text }: Scan, start: number): Match | undefined {
    if (!isProvinceOnly(text.charAt(start)) || !abbreviations.has(text.charAt(start + 1))) return;
    let end = start + 2;
    while (abbreviations.has(text.charAt(end))) end++;
    const [area] = AREA.exec(text.slice(end, end + 12)) ?? [];
    if (area === undefined) return;
    return { start, end: end + area.length, form: mask(text.slice(start, end)), regions: [] };
  }

  function formsAt(text: string, start: number): readonly Form[] {
    const bucket = forms.get(keyOf(text, start)) ?? NONE;
    return bucket === NONE ? NONE : bucket.filter((form) => text.startsWith(form.text, start));
  }

  /** Whether ordinary words explain the characters better: 推广|安全, 重大|庆典, 示范|县. */
  function overlapsWord(text: string, start: number, form: Form): boolean {
    const before = text.charAt(start - 1);
    const end = start + form.text.length;
    if (form.kind === "full" && form.text.length === 2) {
      return !BOUNDARY.test(before) || /[级域直区市镇乡城]/u.test(text.charAt(end));
    }
    const afterWord = words.has(text.slice(start - 1, start + 1));
    if (form.kind === "joined") return afterWord || joinedOverlaps(text, start, form);
    // 推广|东莞 is not 广东.
    if (afterWord && formsAt(text, start + 1).some(isCertain)) return true;
    if (!words.has(text.slice(start + 1, start + 3))) return false;
    if (afterWord) return true;
    return (
      form.kind !== "full" &&
      form.text.length === 2 &&
      !BOUNDARY.test(before) &&
      ONE_CHARACTER_WORDS.includes(form.text.charAt(0))
    );
  }

  /** 支援青海 is no 援青, 推广清洁 no 广清, and 粤桂黔 more than 粤桂. */
  function joinedOverlaps(text: string, start: number, form: Form): boolean {
    const before = text.charAt(start - 1);
    const end = start + form.text.length;
    if (form.text.startsWith("援")) {
      return (
        /[支增救声应后外求]/u.test(before) ||
        words.has(text.slice(end - 1, end + 1)) ||
        formsAt(text, start + 1).some(isCertain)
      );
    }
    return isProvinceOnly(before) || isProvinceOnly(text.charAt(end));
  }

  /** The place whose name ends where this one begins: 重庆|巫山, 喀什地区|的|疏附县. */
  function regionBefore({ text, found }: Scan, start: number): Region | undefined {
    const last = found.at(-1);
    if (last?.regions.length !== 1) return;
    return /^(?:的|所?辖|下辖)?$/u.test(text.slice(last.end, start)) ? last.regions[0] : undefined;
  }

  /** A word of aid before a name that is also a common word, or a list of places that it is in. */
  function hasCue({ text, found }: Scan, start: number): boolean {
    const before = text.slice(Math.max(0, start - 4), start);
    if (AID.test(before) || /(?:支持|赴|前往|驻)$/u.test(before)) return true;
    const last = found.at(-1);
    return last !== undefined && last.regions.length > 0 && text.slice(last.end, start) === "、";
  }

  /** Those of a shared name that the text around it leaves; one if it is clear. */
  function decide(
    { form, regions }: Match,
    named: ReadonlySet<Region>,
    home: Region | undefined,
  ): readonly Region[] {
    if (form.kind === "joined" || regions.length === 1) return regions;
    const around = regions.filter((region) => hasEvidence(region, named));
    if (around.length === 1) return around;
    const city = home && cityOf(home);
    const own = city ? regions.filter((region) => isInside(region, city)) : [];
    return own.length === 1 ? own : regions;
  }

  function home(department: string): Region | undefined {
    let rest = withoutSpaces(department)[0].replace(BEFORE_PLACE, "");
    let region: Region | undefined;
    for (;;) {
      const form = formsAt(rest, 0).find((form) => leads(form, rest, region));
      if (!form) return region;
      const inner = form.regions.filter((inner) => !region || isInside(inner, region));
      const candidates = region ? inner : highest({ ...form, regions: inner });
      if (candidates.length !== 1) return region;
      region = candidates[0]!;
      rest = rest.slice(form.text.length);
    }
  }

  /** Whether a form at the start of the rest of a department's name names its next place. */
  function leads(form: Form, rest: string, region: Region | undefined): boolean {
    if (form.kind === "mask") return !region;
    if (form.kind === "joined" || isPartOfOther(rest, 0, form)) return false;
    if (region && !form.regions.some((inner) => isInside(inner, region))) return false;
    if (form.kind === "full" || !form.weak) return true;
    // 广州南沙经济技术开发区, but not 贵州省大方…: a province has too many counties.
    return !form.ordinary && region !== undefined && cityOf(region) === region;
  }
}

function makeForms(
  regions: readonly Region[],
  aliases: readonly RegionAlias[],
  byCode: ReadonlyMap<string, Region>,
): Form[] {
  const ordinary = new Set(
    aliases.filter(({ kind }) => kind === "ordinary-word").map(({ alias }) => alias),
  );
  const full = new Map<string, Region[]>();
  const short = new Map<string, Region[]>();
  const others: Form[] = [];
  for (const region of regions) {
    append(full, region.name, region);
    if (region.shortName !== region.name) append(short, region.shortName, region);
  }
  for (const { alias, kind, codes } of aliases) {
    const meant = codes.map((code) => byCode.get(code)!);
    if (kind === "former" || kind === "short") append(full, alias, ...meant);
    if (kind === "vague" || kind === "thing") others.push(mask(alias));
    if (kind === "joined") others.push(joined(alias, meant));
    if (kind === "abbreviation") {
      const provinces = meant.filter(({ level }) => level === "province");
      if (provinces.length === 1) others.push(joined(`援${alias}`, provinces));
    }
  }
  const fulls = [...full].map(([text, regions]): Form => ({
    text,
    kind: "full",
    regions,
    ordinary: ordinary.has(text),
    weak: false,
  }));
  const shorts = [...short].map(([text, regions]): Form => ({
    text,
    kind: "short",
    regions,
    ordinary: ordinary.has(text),
    weak: regions.every(({ level }) => level === "county"),
  }));
  return [...others, ...fulls, ...shorts];
}

/** Whether a form counts by itself. */
function isCertain({ kind, ordinary, weak }: Form): boolean {
  return kind !== "mask" && !ordinary && !weak;
}

function isProvinceOnly(character: string): boolean {
  return character !== "" && PROVINCES_ONLY.includes(character);
}

function append<K, V>(map: Map<K, V[]>, key: K, ...values: V[]): void {
  map.set(key, [...(map.get(key) ?? []), ...values]);
}

function mask(text: string): Form {
  return { text, kind: "mask", regions: [], ordinary: false, weak: false };
}

function joined(text: string, regions: readonly Region[]): Form {
  return { text, kind: "joined", regions, ordinary: false, weak: false };
}

/** Forms by their first two characters, the longest first. */
function indexForms(forms: readonly Form[]): Map<number, Form[]> {
  const index = new Map<number, Form[]>();
  for (const form of forms) append(index, keyOf(form.text, 0), form);
  for (const bucket of index.values()) bucket.sort((a, b) => b.text.length - a.text.length);
  return index;
}

function keyOf(text: string, start: number): number {
  return text.charCodeAt(start) * 65536 + text.charCodeAt(start + 1);
}

/** The text without white space, and where a character of it stood. */
function withoutSpaces(text: string): [dense: string, origins: (at: number) => number] {
  if (!/\s/u.test(text)) return [text, (at) => at];
  const origins: number[] = [];
  let dense = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/\s/u.test(character)) continue;
    origins.push(at);
    dense += character;
  }
  return [dense, (at) => origins[at]!];
}

/** Of places with one short name, the province before the prefecture before the county: 吉林. */
function highest({ kind, regions }: Form): readonly Region[] {
  if (kind !== "short") return regions;
  for (const level of LEVELS) {
    const those = regions.filter((region) => region.level === level);
    if (those.length > 0) return those;
  }
  return regions;
}

/** Whether the name is only part of the name of something else: 中山大学, 港澳办, 北京路, 市场. */
function isPartOfOther(text: string, start: number, form: Form): boolean {
  const end = start + form.text.length;
  const after = text.slice(end, end + 14);
  if (form.text.endsWith("区") && /^[域间位划块别]/u.test(after)) return true;
  if (form.text.endsWith("市") && after.startsWith("场")) return true;
  if (AID.test(text.slice(Math.max(0, start - 4), start))) return false;
  if (inTitle(text, start)) return true;
  const [phrase] = PHRASE.exec(after)!;
  if (FIELD_TEAM.test(phrase)) return false;
  if (NAMESAKE.test(phrase)) return true;
  return form.kind !== "full" && (OFFICE.test(phrase) || NAMESAKE_PLACE.test(after));
}

/** Inside 《…》, unless the title itself speaks of aid. */
function inTitle(text: string, start: number): boolean {
  const open = text.lastIndexOf("《", start);
  if (open < 0 || open < text.lastIndexOf("》", start)) return false;
  const close = text.indexOf("》", start);
  const title = text.slice(open, close < 0 ? start + 40 : close);
  return !/对口|帮扶|支援|协作|结对/u.test(title);
}

/** The places that are named beyond doubt. */
function namedIn(found: readonly Match[]): Set<Region> {
  return new Set(found.flatMap(({ regions }) => (regions.length === 1 ? [...regions] : [])));
}

/** The half-open spans between the matches. */
function gapsBetween(found: readonly Match[], length: number): [from: number, to: number][] {
  const gaps: [number, number][] = [];
  let from = 0;
  for (const { start, end } of found) {
    gaps.push([from, start]);
    from = end;
  }
  gaps.push([from, length]);
  return gaps;
}
