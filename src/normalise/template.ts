import type { Target } from "../model/records.ts";
import type { Comparison } from "../model/taxonomy.ts";
import { squash } from "../text.ts";

/** “（≥**个）”, “≥XX人”: what a form suggests inside the name of an indicator. */
const TEMPLATE = /\(?([≥≤><=])[*xX×]{2,}([^()*\d]{0,8})\)?/u;
const PRINTED_SIGN = /[≥≤><=]|不[低少高超大小多]|以[上下内]|大于|小于|高于|低于|超过|至少/u;

/**
 * Completes a quantity that states no comparison or no unit with those of the template in the name
 * of its indicator; what the value itself states stands.
 *
 * @example
 * completeTarget(parseTarget("22.8"), "公猪舍(≥**平方米)", "22.8") // ≥ 22.8 平方米
 */
export function completeTarget(target: Target, name: string, value: string | null): Target {
  const [, sign, unit] = TEMPLATE.exec(squash(name)) ?? [];
  if (!sign || target.kind !== "quantity" || value === null) return target;
  const isSigned = PRINTED_SIGN.test(squash(value));
  return scaledTo(
    { ...target, comparison: isSigned ? target.comparison : (sign as Comparison) },
    unit ?? "",
  );
}

/** A bare number is in the template's unit, of which 万 and 亿 are multiplied out. */
function scaledTo(target: Target, unit: string): Target {
  if (target.unit || unit === "") return target;
  const [, scale = "", base] = /^(万|亿)?(.*)$/u.exec(unit)!;
  const factor = scale === "万" ? 1e4 : scale === "亿" ? 1e8 : 1;
  const value = Number(((target.value ?? 0) * factor).toPrecision(15));
  return { ...target, value, unit: base! };
}
