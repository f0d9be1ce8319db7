import { KINDS_OF, UNIT_CLASSES, type UnitClass, type UnitKind } from "../model/units.ts";
import { bigrams, dice } from "../text.ts";
import { coreOf } from "./family.ts";

/** An indicator without a family. */
export interface Unplaced {
  readonly indicatorId: string;
  readonly department: string;
  readonly name: string;
  readonly value: string;
  readonly kinds: readonly UnitKind[];
  /** Kind of its target. */
  readonly kind: string;
}

/** Indicators whose names are much alike, for a person to judge. */
export interface Proposal {
  readonly members: readonly Unplaced[];
  /** What their names end in, without which one could hardly speak of the same thing. */
  readonly words: string;
  readonly unitClass: UnitClass;
  readonly units: readonly UnitKind[];
}

/** A shorter end of names says too little: “数量”, “情况”. */
const SHORTEST_END = 3;

/**
 * Groups names that share most of their pairs of characters and end alike, of one kind of unit; the
 * largest groups first, then by name. Each name is compared with those of its ending alone, so that
 * a national corpus takes seconds.
 */
export function proposals(
  unplaced: readonly Unplaced[],
  { least, alike }: { readonly least: number; readonly alike: number },
): Proposal[] {
  const named = unplaced.map((each) => ({ each, core: coreOf(each.name) }));
  const buckets = Map.groupBy(named, ({ each, core }) =>
    [core.slice(-2), each.kinds[0] ?? each.kind].join(" "),
  );
  return [...buckets.values()]
    .flatMap((bucket) => groupsIn(bucket, alike))
    .filter((group) => group.length >= least)
    .map(proposalOf)
    .filter(({ words }) => words.length >= SHORTEST_END)
    .sort((a, b) => b.members.length - a.members.length || (a.words < b.words ? -1 : 1));
}

interface Named {
  readonly each: Unplaced;
  readonly core: string;
}

/** Each name joins the first group whose first name it is like. */
function groupsIn(bucket: readonly Named[], alike: number): Named[][] {
  const groups: Named[][] = [];
  for (const named of bucket) {
    const like = groups.find(([first]) => dice(bigrams(first!.core), bigrams(named.core)) >= alike);
    if (like) like.push(named);
    else groups.push([named]);
  }
  return groups;
}

function proposalOf(group: readonly Named[]): Proposal {
  const units = [...new Set(group.flatMap(({ each }) => each.kinds))];
  return {
    members: group.map(({ each }) => each),
    words: group.map(({ core }) => core).reduce(commonEnd),
    unitClass: UNIT_CLASSES.find((name) => KINDS_OF[name].includes(units[0]!)) ?? "none",
    units,
  };
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return a.slice(a.length - length);
}
