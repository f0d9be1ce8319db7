import type { Department } from "../model/records.ts";
import { squash } from "../text.ts";
import type { Gazetteer } from "./gazetteer.ts";

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** The code of an organisation in front of its name: “219001-”, “[015001]”. */
const CODE = /^(?:[[(（【]\d{3,}[\])）】]|\d{3,}\s*[-—])\s*/u;
/** The same behind it: “015”, “-219001”, “[015]”. */
const CODE_BEHIND = /\s*(?:[[(（【]\d{3,}[\])）】]|[-—]?\s*\d{3,})$/u;
/** The code of a project in front of its name: “51092324T000010263357-”. */
const PROJECT_CODE = /^\d{6,8}[A-Z\d]{6,}\s*[-—]\s*(?=\S)/u;

/** What a budget system puts behind the name of a department: “某县司法局部门”. */
const AS_DEPARTMENT = /(?<=(?:局|厅|委|委员会|办公室|政府|联合会|法院|检察院|学校|中心))部门$/u;

/** The name of an organisation without its code. */
export function withoutCode(printed: string): string {
  return printed.replace(CODE, "").replace(CODE_BEHIND, "");
}

/** The name of a project without its code. */
export function withoutProjectCode(printed: string): string {
  return printed.replace(PROJECT_CODE, "");
}

/** A department by its printed name, with the government that it belongs to where the name tells. */
export function normaliseDepartment(printed: string, gazetteer: Gazetteer): Department {
  const name = withoutCode(printed).replace(AS_DEPARTMENT, "");
  const home = gazetteer.home(name);
  return {
    departmentId: departmentId(name),
    name,
    regionCode: home?.code ?? null,
    regionName: home?.name ?? null,
    regionLevel: home?.level ?? null,
  };
}

/**
 * An id of a department that depends on nothing but its name: “d” and twelve digits of its 64-bit
 * FNV-1a hash, short enough for an address that is read aloud.
 */
export function departmentId(name: string): string {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(squash(name))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * FNV_PRIME);
  }
  return `d${hash.toString(16).padStart(16, "0").slice(0, 12)}`;
}
