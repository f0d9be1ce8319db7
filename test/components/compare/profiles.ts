import type { Profile, ProfileFamily } from "../../../src/query/profile.ts";

/** A family with targets of at least some percent. */
export function family(familyId: string, ...values: number[]): ProfileFamily {
  return {
    familyId,
    name: `${familyId}名`,
    nameEn: `${familyId} name`,
    targets: values.map((value) => ({
      kind: "quantity",
      comparison: "≥",
      value,
      upper: null,
      unit: "%",
      annualValue: null,
      indicators: 2,
    })),
  };
}

/** A department of which only what matters is said. */
export function profile(id: string, more: Partial<Profile>): Profile {
  return {
    kind: "department",
    id,
    name: `${id}局`,
    nameEn: `${id} office`,
    projects: 2,
    amount: 3e6,
    firstYear: 2024,
    lastYear: 2024,
    themes: [],
    parts: [],
    classes: [],
    families: [],
    measures: [],
    ...more,
  };
}
