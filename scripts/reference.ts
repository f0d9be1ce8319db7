import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type {
  Correction,
  FamilyRule,
  Reference,
  Source,
  ThemeRule,
} from "../src/model/reference.ts";
import type { Region, RegionAlias, RegionAliasKind, RegionLevel } from "../src/model/region.ts";
import type { UnitClass, UnitKind } from "../src/model/units.ts";
import { ROOT } from "./command.ts";

const DATA = join(ROOT, "data");

type CsvRow = Readonly<Record<string, string>>;

/** Reads everything that the pipeline knows beside the documents. */
export function readReference(): Reference {
  const reference = (name: string) => readCsv(join(DATA, "reference", name));
  return {
    regions: reference("regions.csv").map(toRegion),
    aliases: reference("regions-aliases.csv").map(toAlias),
    families: readFamilies(),
    themes: reference("themes.csv").map(toTheme),
    corrections: readCorrections(),
  };
}

/** Reads what indicators of a family have in common. */
export function readFamilies(): FamilyRule[] {
  return readCsv(join(DATA, "reference/indicator-families.csv")).map(toFamily);
}

/** Reads the judgements about single documents. */
export function readCorrections(): Correction[] {
  return readCsv(join(DATA, "corrections.csv")).map(toCorrection);
}

/** What the sources.csv of a folder says of its files, by file name; empty where there is none. */
export function readSources(folder: string): Map<string, Source> {
  const path = join(folder, "sources.csv");
  const rows = existsSync(path) ? readCsv(path).map(toSource) : [];
  return new Map(rows.map((source) => [source.file, source]));
}

/** Rows of a CSV file, keyed by its header. Throws with the file and line where it is malformed. */
function readCsv(path: string): CsvRow[] {
  const { data, errors } = Papa.parse<CsvRow>(readFileSync(path, "utf8").replace(/^\ufeff/u, ""), {
    header: true,
    skipEmptyLines: true,
  });
  const [error] = errors;
  if (error)
    throw new Error(`${path} line ${(error.row ?? 0) + 2}: ${error.message}; mend the file`);
  return data;
}

function toRegion(row: CsvRow): Region {
  return {
    code: row["code"]!,
    name: row["name"]!,
    shortName: row["short_name"]!,
    level: row["level"] as RegionLevel,
    parentCode: row["parent_code"]!,
    provinceCode: row["province_code"]!,
    nameEn: row["name_en"]!,
    shortNameEn: row["short_name_en"]!,
  };
}

function toAlias(row: CsvRow): RegionAlias {
  return {
    alias: row["alias"]!,
    codes: row["codes"]!.split(";").filter(Boolean),
    kind: row["kind"] as RegionAliasKind,
  };
}

function toFamily(row: CsvRow): FamilyRule {
  return {
    familyId: row["family_id"]!,
    name: row["name"]!,
    nameEn: row["name_en"]!,
    unitClass: row["unit_class"] as UnitClass,
    units: row["units"]!.split(";").filter(Boolean) as UnitKind[],
    direction: row["direction"] as FamilyRule["direction"],
    definition: row["definition"]!,
    definitionEn: row["definition_en"]!,
    belongs: row["belongs"]!,
    excludes: row["excludes"]!,
    words: new RegExp(row["words"]!, "u"),
    unitWords: patternOf(row["unit_words"]!),
    counterWords: patternOf(row["counter_words"]!),
    purpose: patternOf(row["purpose"]!),
    companions: row["companions"]!.split(";").filter(Boolean),
  };
}

function patternOf(source: string): RegExp | null {
  return source === "" ? null : new RegExp(source, "u");
}

function toTheme(row: CsvRow): ThemeRule {
  return { theme: row["theme"]!, words: row["words"]!.split(";") };
}

function toCorrection(row: CsvRow): Correction {
  return {
    disclosureId: row["disclosure_id"]!,
    sha256: row["sha256"]!,
    page: Number(row["page"]),
    row: Number(row["row"]),
    column: Number(row["column"]),
    expected: row["expected"]!,
    replacement: row["replacement"]!,
    reason: row["reason"]!,
  };
}

function toSource(row: CsvRow): Source {
  const basis = row["fiscal_year_basis"];
  return {
    file: row["file"]!,
    publisher: row["publisher"] ?? "",
    fiscalYear: Number(row["fiscal_year"]) || null,
    fiscalYearBasis: basis === "printed" || basis === "inferred" ? basis : "none",
    fiscalYearEvidence: row["fiscal_year_evidence"] ?? "",
    sourceUrl: row["source_url"] ?? "",
    retrieved: row["retrieved"] ?? "",
  };
}
