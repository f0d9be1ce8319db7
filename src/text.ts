/** Chinese text as it must be compared and as it must be published: width, spaces, look-alikes. */

const CJK = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·、。〇〔〕【】《》（）：；，！？％￥`;
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, "gu");
const SPACE_IN_BRACKETS = /(?<=\()\s+|\s+(?=\))/gu;
const SPACES = /\s+/gu;
// prettier-ignore
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "∶": ":", "﹥": ">", "﹤": "<",
};
const LOOK_ALIKES = new RegExp(`[${Object.keys(LOOK_ALIKE).join("")}]`, "gu");

/** What folding does with a character. */
const [STAYS, FULL_WIDTH, SPACE, OTHER] = [0, 1, 2, 3];
/** From a full-width form to the ASCII character that it is the form of. */
const TO_ASCII = 0xff01 - 0x21;
/** The kind of every UTF-16 unit: text of the first three kinds need not be normalised. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code));

function kindOf(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return FULL_WIDTH;
  const character = String.fromCharCode(code);
  if (/[\u4e00-\u9fff!-~≥≤、。“”《》【】〔〕—]/u.test(character)) return STAYS;
  return /\s/u.test(character) ? SPACE : OTHER;
}

/**
 * Text folded for comparison: full width to half width (NFKC), look-alike signs to the usual ones,
 * runs of white space to one space. The length may change; never use it for places.
 */
export function fold(text: string): string {
  const folded = text
    .normalize("NFKC")
    .replace(LOOK_ALIKES, (sign) => LOOK_ALIKE[sign]!)
    .replace(SPACES, " ")
    .trim();
  return PINYIN.test(folded) ? simplified(folded) : folded;
}

/** “指標(biāo)”: what a site makes of simplified characters, each with how it is read. */
const PINYIN = /\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*\)/u;
/** Characters of labels and classes, traditional and simplified, in turn. */
const CHARACTERS =
  "績绩標标級级產产數数質质時时滿满項项稱称門门總总體体資资額额實实單单預预財财撥拨專专戶户週周長长經经濟济會会態态環环務务對对類类別别與与參参續续響响無无萬万億亿億亿內内項项備备註注執执場场積积達达減减購购員员開开關关設设應应業业農农區区縣县鄉乡鎮镇";
const SIMPLIFIED = new Map(
  Array.from({ length: CHARACTERS.length / 2 }, (_, i) => [
    CHARACTERS[2 * i]!,
    CHARACTERS[2 * i + 1]!,
  ]),
);

/** The traditional characters that are read as simplified ones. */
export const TRADITIONAL: ReadonlySet<string> = new Set(SIMPLIFIED.keys());

function simplified(text: string): string {
  const plain = text.replaceAll(new RegExp(PINYIN, "gu"), "");
  return [...plain].map((character) => SIMPLIFIED.get(character) ?? character).join("");
}

/** Folded text without any white space: how labels and names are compared. */
export function squash(text: string): string {
  let at = 0;
  while (at < text.length && KINDS[text.charCodeAt(at)] === STAYS) at++;
  if (at === text.length) return text;
  let squashed = "";
  let from = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === STAYS) continue;
    if (kind === OTHER) return fold(text).replaceAll(" ", "");
    squashed += text.slice(from, at);
    if (kind === FULL_WIDTH) squashed += String.fromCharCode(code - TO_ASCII);
    from = at + 1;
  }
  return squashed + text.slice(from);
}

/**
 * Words as they are published: white space that only stems from line wraps removed (around Chinese
 * characters and punctuation), raised figures as ², nothing else changed.
 *
 * @example
 * unwrap("宣传推介广州 城市形象") // "宣传推介广州城市形象"
 * unwrap("约1600m <sup>2</sup> ") // "约1600m²"
 */
export function unwrap(text: string): string {
  if (!/[\s<]/u.test(text)) return text;
  return text
    .replace(/\s*<sup>\s*2\s*<\/sup>/giu, "²")
    .replace(/<\/?su[bp]>/giu, "")
    .replace(SPACE_BESIDE_CJK, "")
    .replace(SPACE_IN_BRACKETS, "")
    .replace(SPACES, " ")
    .trim();
}

/** How many answers are kept: a document has some hundreds of texts, a corpus repeats most. */
const MOST_KEPT = 20_000;

/**
 * The same function of a text, with its answers kept. Labels, classes, names and values repeat in
 * all documents: over a corpus most texts have been read before. The function must be pure, its
 * answers never changed in place.
 */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const kept = new Map<string, Answer>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined || kept.has(text)) return known as Answer;
    const answer = read(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(copied(text), answer);
    return answer;
  };
}

/** A part of a text holds on to the whole of it in V8; a copy does not. */
function copied(text: string): string {
  if (text.length < SHORTEST_SLICE) return text;
  if (text.length > codes.length) return text.split("").join("");
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  // Spreading them would go through an iterator, at thrice the time; `apply` takes what has a length.
  return String.fromCharCode.apply(null, codes.subarray(0, text.length) as unknown as number[]);
}

/** Shorter parts are copies as they are. */
const SHORTEST_SLICE = 13;
/** Room for the characters of most texts. */
const codes = new Uint16Array(64);

/** The runs of two neighbouring Chinese characters of a text: what two phrases can share. */
export const bigrams = remembering((text): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const [run] of squash(text).matchAll(/\p{Script=Han}{2,}/gu))
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  return pairs;
});

/** How much two sets share, 0 to 1 (Sørensen–Dice); two empty sets share nothing. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of a) if (b.has(each)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
