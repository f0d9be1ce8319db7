import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/command.ts";
import type { Pipeline } from "../../src/pipeline.ts";

/** Folders of text documents: the real ones, and those made up after what other places publish. */
const FOLDERS = ["data/disclosures", "test/fixtures/country", "test/fixtures/made"];

// prettier-ignore
const SYLLABLES = [
  [..."青云白龙凤双清玉翠秀松柏兰荷竹枫桂银铜锦丰泰宁顺"],
  [..."溪岭坪湾塘桥冲坝洞峰泉潭洲埠垭寨堡屯庄畈垌圩墩沟"],
];
/** Shorter names are classes and words of the form as often as names. */
const SHORTEST_NAME = 5;
/** A number that counts something; not a year, an amount, the number of an item. */
const COUNT =
  /(?<![\d.,，、．A-Za-z第])[1-9]\d{0,2}(?=[%％个人次家场户项条名台套村]|万人|平方|公里)/gu;

/** A document that copies are made of. */
export interface Original {
  /** File name without its ending. */
  readonly name: string;
  readonly text: string;
  readonly indicators: number;
  /** What differs from copy to copy: names of projects and indicators, full names of regions. */
  readonly names: readonly string[];
  readonly places: readonly string[];
}

/** The text documents of the project, with what a copy of each can change. */
export async function readOriginals(
  pipeline: Pipeline,
  regions: readonly string[],
): Promise<Original[]> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => join(ROOT, folder, name)),
  );
  const originals: Original[] = [];
  for (const path of paths) {
    const bytes = readFileSync(path);
    const name = path.replace(/^.*[/\\]|\.txt$/gu, "");
    const file = { disclosureId: name, file: `${name}.txt`, source: undefined };
    const { records, text } = await pipeline.read({
      ...{ ...file, bytes, problem: null, duplicateOf: null },
    });
    const names = new Set([...records.projects, ...records.indicators].map((each) => each.name));
    originals.push({
      name,
      text,
      indicators: records.indicators.length,
      names: [...names].filter((each) => each.length >= SHORTEST_NAME && text.includes(each)),
      places: regions.filter((each) => each.length > 2 && text.includes(each)),
    });
  }
  return originals;
}

/**
 * A copy of a document in which every project and every indicator has another name, numbers are
 * others and places lie elsewhere; the same for the same number, so that no two copies say the
 * same and nothing is gained by remembering what the last one said.
 */
export function copyOf(original: Original, copy: number, regions: readonly string[]): string {
  const random = randomOf(copy);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const invented = () => SYLLABLES.map(pick).join("") + SYLLABLES.map(pick).join("");
  const changed = new Map<string, string>();
  for (const name of original.names) changed.set(name, invented() + name);
  for (const place of original.places)
    changed.set(place, pick(regions.filter((each) => each.length === place.length)));
  const words = [...changed.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word));
  const found = words.length > 0 ? new RegExp(words.join("|"), "gu") : /(?!)/gu;
  return original.text
    .replace(found, (word) => changed.get(word)!)
    .replace(COUNT, (digits) => String(Math.ceil(random() * 9 * 10 ** (digits.length - 1))));
}

/** Numbers from 0 to 1 (mulberry32): the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
