/** Chinese text as it must be compared and as it must be published: width, spaces, look-alikes. */

const CJK = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·、。〇〔〕【】《》（）：；，！？％￥`;
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, "gu");
const SPACE_IN_BRACKETS = /(?<=\()\s+|\s+(?=\))/gu;
const SPACES = /\s+/gu;
/** Text that folding leaves as it is: most of what is compared. */
const PLAIN = /^[\u4e00-\u9fff\w.,:;()%<>=≥≤/+-]*$/u;

// prettier-ignore
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "∶": ":", "﹥": ">", "﹤": "<",
};
const LOOK_ALIKES = new RegExp(`[${Object.keys(LOOK_ALIKE).join("")}]`, "gu");

/**
 * Text folded for comparison: full width to half width (NFKC), look-alike signs to the usual ones,
 * runs of white space to one space. The length may change; never use it for places.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(LOOK_ALIKES, (sign) => LOOK_ALIKE[sign]!)
    .replace(SPACES, " ")
    .trim();
}

/** Folded text without any white space: how labels and names are compared. */
export function squash(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.length > LONGEST_REMEMBERED ? squashed(text) : rememberedSquashed(text);
}

function squashed(text: string): string {
  return fold(text).replaceAll(" ", "");
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
  return text.length < SHORTEST_SLICE ? text : text.split("").join("");
}

/** Shorter parts are copies as they are. */
const SHORTEST_SLICE = 13;

/** Longer texts hardly come twice. */
const LONGEST_REMEMBERED = 60;
const rememberedSquashed = remembering(squashed);
