/** A string of a language, or the function that makes one, by the keys that lead to it. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Words of guilt, which the site has no ground for: it knows what a document says, never what was
 * done. They may stand in the documents, never in our own words.
 */
export const HARSH =
  /浪费|挥霍|违规|违法|违纪|造假|作假|虚报|虚假|腐败|贪|挪用|欺骗|骗取|套取|侵占|舞弊|渎职|失职|可疑|嫌疑|\b(?:wast(?:e|ed|es|ing|eful)|fraud\w*|violat\w*|corrupt\w*|misus\w*|abus\w*|embezzl\w*|misappropriat\w*|illegal\w*|unlawful\w*|scandal\w*|cheat\w*|fak(?:e|ed|ing)|suspicious\w*|suspect\w*|wrongdoing\w*|guilt\w*|squander\w*)\b/iu;

/** All strings under some keys, from the first. */
export function leavesOf(strings: object, path = ""): Leaf[] {
  return Object.entries(strings).flatMap(([key, value]) => {
    const own = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null
      ? leavesOf(value as object, own)
      : [{ path: own, value: value as unknown }];
  });
}

/** The words of a leaf; of a function, those of its text. */
export function wordsOf({ value }: Leaf): string {
  return String(value);
}
