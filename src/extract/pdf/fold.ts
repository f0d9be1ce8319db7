/**
 * Radicals that Unicode's NFKC leaves as they are or takes to another country's form, each before
 * the character that it looks like (from the characters that share a glyph in Noto Sans CJK SC).
 */
const RADICALS = new Map(
  (
    "⺁厂 ⺂乛 ⺃乚 ⺅亻 ⺉刂 ⺌小 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺣灬 ⺤爫 ⺦丬 ⺨犭 ⺩王 " +
    "⺫目 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺶羊 ⺷羊 ⺹耂 ⺺肀 ⺼月 ⺾艹 ⻁虎 ⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻐钅 ⻑長 " +
    "⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 " +
    "⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⼾户"
  )
    .split(" ")
    .map((pair) => [pair[0]!, pair[1]!] as const),
);

/** Radicals, compatibility ideographs and the ligatures of Latin type. */
const COMPATIBLE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/gu;
/** What a font maps to no character: control codes, private use, a byte order mark. */
const NO_CHARACTER = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/gu;

/**
 * The characters of a glyph as one searches for them: a font that draws 门 and ⻔ alike makes a PDF
 * say either. Width and punctuation stay as printed.
 */
export function foldGlyph(text: string): string {
  if (text.length === 1 && text > " " && text < "\u007f") return text;
  return text
    .replaceAll(/[\s\u00a0\u3000]/gu, " ")
    .replaceAll(NO_CHARACTER, "")
    .replaceAll(COMPATIBLE, (sign) => RADICALS.get(sign) ?? sign.normalize("NFKC"));
}
