import type { Department } from "../model/records.ts";
import { squash } from "../text.ts";
import type { Gazetteer } from "./gazetteer.ts";

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** The code of an organisation in front of its name: “219001-”, “[015001]”. */
const CODE = /^(?:[[(（【]\d{3,}[\])）】]|\d{3,}\s*[-—])\s*/u;

/** A department by its printed name, with the government that it belongs to where the name tells. */
export function normaliseDepartment(printed: string, gazetteer: Gazetteer): Department {
  const name = printed.replace(CODE, "");
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
