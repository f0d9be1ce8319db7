import { ABSENT, formatNumber, formatPercent } from "../../format.ts";
import {
  ownFamilies,
  sharedFamilies,
  type Profile,
  type ProfileFamily,
} from "../../query/profile.ts";
import type { Language } from "../language.ts";
import { targetSaid } from "../target-words.ts";

/** A cell of a comparison; `share`, part of 1, is drawn as a bar. */
export interface MatrixCell {
  readonly text: string;
  readonly share?: number;
}

/** A table that compares: a row each thing, a column each that is compared. */
export interface MatrixOf {
  readonly key: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly head: string;
  readonly columns: readonly {
    readonly key: string;
    readonly name: string;
    readonly href: string;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly text: string;
    readonly href?: string | undefined;
    readonly cells: readonly MatrixCell[];
  }[];
}

/** Parts beyond these are told as one. */
const MOST_PARTS = 10;
/** Targets of a family that a cell holds. */
const MOST_TARGETS = 4;
/** Characters of a target in words. */
const LONGEST = 28;

/** Everything that is compared, table by table. */
export function matricesOf(profiles: readonly Profile[], language: Language): MatrixOf[] {
  const columns = profiles.map((profile) => ({
    key: profile.id,
    name: nameOf(profile, language),
    href: hrefOf(profile, language),
  }));
  return [
    figures(profiles, language),
    themes(profiles, language),
    parts(profiles, language),
    classes(profiles, language),
    measures(profiles, language),
    families(profiles, language),
  ].map((matrix) => ({ ...matrix, columns }));
}

type Draft = Omit<MatrixOf, "columns">;

function nameOf({ name, nameEn }: Profile, { words }: Language): string {
  return words.either(name, nameEn);
}

function hrefOf({ kind, id }: Profile, { departmentHref, regionHref }: Language): string {
  return kind === "department" ? departmentHref(id) : regionHref(id);
}

function figures(profiles: readonly Profile[], { words, formatYuan }: Language): Draft {
  const t = words.compare;
  const row = (key: keyof typeof t.figures, text: (profile: Profile) => string) => ({
    key,
    text: t.figures[key],
    cells: profiles.map((profile) => ({ text: text(profile) })),
  });
  return {
    key: "figures",
    title: t.figuresTitle,
    note: t.figuresNote,
    head: "",
    rows: [
      row("year", ({ firstYear, lastYear }) => t.years(firstYear, lastYear)),
      row("amount", ({ amount }) => formatYuan(amount)),
      row("projects", ({ projects }) => formatNumber(projects)),
      row("indicators", (profile) => formatNumber(indicatorsOf(profile))),
    ],
  };
}

function indicatorsOf({ classes }: Profile): number {
  return classes.reduce((sum, { indicators }) => sum + indicators, 0);
}

function themes(profiles: readonly Profile[], { words, formatYuan }: Language): Draft {
  const t = words.compare;
  const known = ordered(profiles, ({ themes }) =>
    themes.map(({ theme, amount }) => ({ key: theme ?? "", amount })),
  );
  return {
    key: "themes",
    title: t.themesTitle,
    note: t.amountsNote,
    head: words.columns.theme,
    rows: known.map((key) => ({
      key,
      text: key === "" ? t.noTheme : key,
      cells: profiles.map(({ themes, amount }) =>
        moneyCell(themes.find(({ theme }) => (theme ?? "") === key)?.amount, amount, formatYuan),
      ),
    })),
  };
}

function parts(profiles: readonly Profile[], { words, formatYuan }: Language): Draft {
  const t = words.compare;
  const names = new Map(
    profiles.flatMap(({ parts }) => parts.map(({ key, ...part }) => [key, part])),
  );
  const known = ordered(profiles, ({ parts }) => parts);
  const kind = profiles[0]?.kind ?? "department";
  return {
    key: "parts",
    title: t.partsTitle[kind],
    note: known.length > MOST_PARTS ? t.partsMore(MOST_PARTS, known.length) : t.amountsNote,
    head: kind === "region" ? words.columns.department : words.columns.region,
    rows: known.slice(0, MOST_PARTS).map((key) => ({
      key,
      text: words.either(names.get(key)?.name ?? key, names.get(key)?.nameEn ?? key),
      cells: profiles.map(({ parts, amount }) =>
        moneyCell(parts.find((part) => part.key === key)?.amount, amount, formatYuan),
      ),
    })),
  };
}

/** The keys of all profiles, those with the largest amount first. */
function ordered(
  profiles: readonly Profile[],
  of: (profile: Profile) => readonly { readonly key: string; readonly amount: number | null }[],
): string[] {
  const most = new Map<string, number>();
  for (const { key, amount } of profiles.flatMap(of)) {
    most.set(key, Math.max(most.get(key) ?? 0, amount ?? 0));
  }
  return [...most].toSorted(([, a], [, b]) => b - a).map(([key]) => key);
}

function moneyCell(
  amount: number | null | undefined,
  whole: number,
  formatYuan: Language["formatYuan"],
): MatrixCell {
  if (amount === undefined || amount === null) return { text: ABSENT };
  if (whole === 0) return { text: formatYuan(amount) };
  const share = amount / whole;
  return { text: `${formatYuan(amount)} · ${formatPercent(share)}`, share: Math.min(1, share) };
}

function classes(profiles: readonly Profile[], { words }: Language): Draft {
  const known = ordered(profiles, ({ classes }) =>
    classes.map(({ level1, indicators }) => ({ key: level1 ?? "", amount: indicators })),
  );
  return {
    key: "classes",
    title: words.compare.classesTitle,
    head: words.columns.type,
    rows: known.map((key) => ({
      key,
      text: key === "" ? words.unclassed : words.level(key),
      cells: profiles.map((profile) => {
        const own = profile.classes.find(({ level1 }) => (level1 ?? "") === key);
        return own ? shareCell(own.indicators, indicatorsOf(profile)) : { text: ABSENT };
      }),
    })),
  };
}

function shareCell(numerator: number, denominator: number): MatrixCell {
  const share = numerator / denominator;
  const text = `${formatNumber(numerator)} / ${formatNumber(denominator)} · ${formatPercent(share)}`;
  return { text, share };
}

function measures(profiles: readonly Profile[], { words }: Language): Draft {
  const known = new Map(
    profiles.flatMap(({ measures }) => measures.map((measure) => [measure.measure, measure])),
  );
  return {
    key: "measures",
    title: words.measures.title,
    note: words.compare.measuresNote,
    head: words.measures.columns.measure,
    rows: [...known.values()].map(({ measure, name, nameEn }) => ({
      key: measure,
      text: words.either(name, nameEn),
      cells: profiles.map(({ measures }) => {
        const own = measures.find((one) => one.measure === measure);
        return own ? shareCell(own.numerator, own.denominator) : { text: ABSENT };
      }),
    })),
  };
}

function families(profiles: readonly Profile[], language: Language): Draft {
  const { familyHref, words } = language;
  const shared = sharedFamilies(profiles);
  return {
    key: "families",
    title: words.compare.sharedTitle(shared.length),
    note: words.compare.sharedNote,
    head: words.families.columns.family,
    rows: shared.map(({ familyId, name, nameEn, of }) => ({
      key: familyId,
      text: words.either(name, nameEn),
      href: familyHref(familyId),
      cells: of.map((family) => ({ text: family ? targetsSaid(family, language) : ABSENT })),
    })),
  };
}

/** The targets of a family, one after the other, as far as they fit. */
function targetsSaid({ targets }: ProfileFamily, language: Language): string {
  const { words } = language;
  const said = targets
    .slice(0, MOST_TARGETS)
    .map((target) =>
      words.family.counted(shortened(targetSaid(target, language)), target.indicators),
    );
  const left = targets.length - said.length;
  return words.family.listed(left > 0 ? [...said, words.compare.moreTargets(left)] : said);
}

/** Words of a target that stands among others. */
function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text;
}

/** What the comparison comes to, in a sentence that holds for any of them. */
export function summaryOf(profiles: readonly Profile[], language: Language): string {
  const { words, formatYuan } = language;
  const t = words.compare;
  const shared = sharedFamilies(profiles).filter(({ of }) => of.every(Boolean));
  const money = profiles.map((profile) =>
    t.money(
      nameOf(profile, language),
      t.years(profile.firstYear, profile.lastYear),
      formatYuan(profile.amount),
      profile.projects,
    ),
  );
  const same = shared.filter(({ isSame }) => isSame).length;
  return words.sentences([t.moneyOf(money), t.common(profiles.length, shared.length, same)]);
}

/** The families that each has alone, with its targets. */
export function ownOf(profiles: readonly Profile[], language: Language) {
  const own = ownFamilies(profiles);
  return profiles.map((profile, i) => ({
    key: profile.id,
    name: nameOf(profile, language),
    families: (own[i] ?? []).map((family) => ({
      familyId: family.familyId,
      text: language.words.either(family.name, family.nameEn),
      says: targetsSaid(family, language),
    })),
  }));
}
