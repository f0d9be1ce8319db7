import type { Reading } from "../model/reading.ts";
import type { Table } from "../model/table.ts";
import { departmentForm } from "./department-form.ts";
import type { Layout } from "./layout.ts";
import { projectForm } from "./project-form.ts";
import { projectTable } from "./project-table.ts";
import { streamForm } from "./stream-form.ts";

/** Known layouts, the most particular first. To read a new one, write its module and list it here. */
const LAYOUTS: readonly Layout[] = [departmentForm, projectTable, projectForm, streamForm];

/** Reads the pages of a disclosure if their layout is known. */
export function recognise(pages: readonly Table[]): Reading | undefined {
  return LAYOUTS.find((layout) => layout.matches(pages))?.read(pages);
}
