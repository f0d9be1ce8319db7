import type { Region } from "../model/region.ts";

/** A sign that no name begins with: what a scan made of the first character. */
const DAMAGE = /^[^\p{L}\p{N}(（“"《]+/u;

/**
 * Restores the first character of a spending unit's name that a scan turned into a sign.
 *
 * Units are named after their government, so that under a department of 广州市 “-州市某中心” is
 * 广州市某中心, and under one of 河源市 “-可源市某中心” (the sign being half of the character) is
 * 河源市某中心. Any other name stays as printed.
 */
export function restoreUnitName(name: string, governments: readonly Region[]): string {
  if (!DAMAGE.test(name)) return name;
  const rest = name.replace(DAMAGE, "");
  for (const { name: government } of governments) {
    const tail = government.slice(1);
    if (rest.startsWith(tail)) return government[0]! + rest;
    if (rest.slice(1).startsWith(tail)) return government[0]! + rest.slice(1);
  }
  return name;
}
