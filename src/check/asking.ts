import type { Answer, Rule } from "../model/finding.ts";
import type { Indicator, Project, Records } from "../model/records.ts";

type Asked<Row> = Omit<Rule, "ask"> & { ask(row: Row, records: Records): Answer };

/** A rule asked of every indicator. */
export function indicatorRule({ ask, ...rule }: Asked<Indicator>): Rule {
  return {
    ...rule,
    *ask(records) {
      for (const indicator of records.indicators) {
        const { projectId, indicatorId, place } = indicator;
        yield { projectId, indicatorId, place, remark: ask(indicator, records) };
      }
    },
  };
}

/** A rule asked of every project. */
export function projectRule({ ask, ...rule }: Asked<Project>): Rule {
  return {
    ...rule,
    *ask(records) {
      for (const project of records.projects) {
        const { projectId, place } = project;
        yield { projectId, place, remark: ask(project, records) };
      }
    },
  };
}

/** A rule asked once of every disclosure; a finding of it stands nowhere in particular. */
export function disclosureRule({ ask, ...rule }: Asked<Records>): Rule {
  return {
    ...rule,
    *ask(records) {
      yield { place: null, remark: ask(records, records) };
    },
  };
}

/** The indicators of one project, in document order. */
export function indicatorsOf({ projectId }: Project, { indicators }: Records): Indicator[] {
  return indicators.filter((indicator) => indicator.projectId === projectId);
}
