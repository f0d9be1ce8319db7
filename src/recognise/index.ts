import type { Reading } from "../model/reading.ts";
import type { Table } from "../model/table.ts";
import { departmentForm } from "./department-form.ts";
import type { Layout } from "./layout.ts";
import { longList } from "./long-list.ts";
import { mergeReadings } from "./merge.ts";
import { narrative } from "./narrative.ts";
import { projectForm } from "./project-form.ts";
import { projectTable } from "./project-table.ts";
import { streamForm } from "./stream-form.ts";
import { hasBareClasses } from "./stream-tokens.ts";
import { cutStretches } from "./stretches.ts";
import { transposed } from "./transposed.ts";

/**
 * Layouts of tables, which a document may mix, the most particular first. To read a new one, write
 * its module and list it here.
 */
const GRIDS: readonly Layout[] = [
  departmentForm,
  longList,
  transposed,
  projectTable,
  projectForm,
  streamForm,
];

/** Layouts of whole documents, for those whose tables came without cells or that have none. */
const STREAMS: readonly Layout[] = [streamForm, narrative];

/** Reads the pages of a disclosure if their layout, or the layout of a part of them, is known. */
export function recognise(pages: readonly Table[]): Reading | undefined {
  const stretches = cutStretches(pages, GRIDS);
  const known = stretches.filter(({ layout, pages: of }) => layout.matches(of));
  const reading = mergeReadings(known.map(({ layout, pages: of }) => layout.read(of)));
  if (reading && hasIndicators(reading)) {
    const isOfProjects = reading.indicators.length + reading.tasks.length === 0;
    if (!isOfProjects || !hasBareClasses(pages)) return reading;
  }
  const stream = STREAMS.map((layout) =>
    layout.matches(pages) ? layout.read(pages) : undefined,
  ).find((read) => read && isForm(read));
  if (!stream || !reading || !hasIndicators(reading)) return stream ?? reading;
  return targets(stream) > targets(reading) ? stream : reading;
}

/** A text that only speaks of forms yields names of other kinds: signs, sentences, code. */
const MOST_UNLIKELY = 0.3;
const NO_NAME = /[。；;`│|#{}]|^[^\p{Script=Han}]*$/u;

/** Whether what was read of a text without cells can be a form. */
function isForm({ projects }: Reading): boolean {
  const names = projects.flatMap(({ indicators }) => indicators.map(({ name }) => name.text));
  const isNamed = projects.every(({ name }) => /\p{Script=Han}/u.test(name.text));
  const unlikely = names.filter((name) => NO_NAME.test(name)).length;
  return isNamed && unlikely <= MOST_UNLIKELY * names.length;
}

/** How many indicators of projects have a target. */
function targets({ projects }: Reading): number {
  return projects
    .flatMap(({ indicators }) => indicators)
    .filter(({ annualValue, periodValue }) => annualValue ?? periodValue).length;
}

function hasIndicators({ indicators, projects, tasks }: Reading): boolean {
  return (
    indicators.length + tasks.length > 0 ||
    projects.some((project) => project.indicators.length > 0)
  );
}
