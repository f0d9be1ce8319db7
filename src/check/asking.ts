import type { Remark, Rule, Subject } from "../model/finding.ts";
import type { Indicator, Project, Records } from "../model/records.ts";

/** Null if all is well, a remark if not, undefined if the question does not apply. */
export type Answer = Remark | null | undefined;

type Asked<Row> = Omit<Rule, "ask"> & { ask(row: Row, records: Records): Answer };

/** A rule asked of every indicator. */
export function indicatorRule({ ask, ...rule }: Asked<Indicator>): Rule {
  return {
    ...rule,
    *ask(records) {
      for (const indicator of records.indicators)
        yield* subject(indicator, ask(indicator, records));
    },
  };
}

/** A rule asked of every project. */
export function projectRule({ ask, ...rule }: Asked<Project>): Rule {
  return {
    ...rule,
    *ask(records) {
      for (const project of records.projects) yield* subject(project, ask(project, records));
    },
  };
}

/** A rule asked once of every disclosure; a finding of it stands nowhere in particular. */
export function disclosureRule({ ask, ...rule }: Asked<Records>): Rule {
  return {
    ...rule,
    *ask(records) {
      yield* subject({ place: null }, ask(records, records));
    },
  };
}

function* subject(about: Omit<Subject, "remark">, remark: Answer): Generator<Subject> {
  if (remark === undefined) return;
  const { projectId = null, indicatorId = null, place } = about;
  yield { projectId, indicatorId, place, remark };
}

/** The indicators of one project, in document order. */
export function indicatorsOf({ projectId }: Project, { indicators }: Records): Indicator[] {
  return indicators.filter((indicator) => indicator.projectId === projectId);
}
