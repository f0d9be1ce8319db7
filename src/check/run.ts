import type { Finding, Rule } from "../model/finding.ts";
import type { Records } from "../model/records.ts";

/** What the rules found in one disclosure, and how often each applied. */
export interface Asked {
  readonly findings: readonly Finding[];
  /** Times asked, by rule id. */
  readonly asked: ReadonlyMap<string, number>;
  /** Times that the question did not apply to something it could have been asked of. */
  readonly notApplicable: ReadonlyMap<string, number>;
}

/** Asks every rule of the records of one disclosure. */
export function askRules(rules: readonly Rule[], records: Records): Asked {
  const { disclosureId } = records.disclosure;
  const findings: Finding[] = [];
  const asked = new Map<string, number>();
  const notApplicable = new Map<string, number>();
  for (const rule of rules) {
    let times = 0;
    let passedOver = 0;
    let found = 0;
    for (const { remark, place, projectId = null, indicatorId = null } of rule.ask(records)) {
      if (remark === undefined) passedOver++;
      else times++;
      if (!remark) continue;
      found++;
      findings.push({
        findingId: `${disclosureId}/${rule.id}/${found}`,
        rule: rule.id,
        severity: rule.severity,
        disclosureId,
        projectId,
        indicatorId,
        message: remark.message,
        messageEn: remark.messageEn,
        expected: remark.expected ?? null,
        found: remark.found ?? null,
        place,
      });
    }
    asked.set(rule.id, times);
    notApplicable.set(rule.id, passedOver);
  }
  return { findings, asked, notApplicable };
}
