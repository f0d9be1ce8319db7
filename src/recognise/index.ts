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
  const stream = STREAMS.find((layout) => layout.matches(pages))?.read(pages);
  if (!stream || !reading || !hasIndicators(reading)) return stream ?? reading;
  return targets(stream) > targets(reading) ? stream : reading;
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
