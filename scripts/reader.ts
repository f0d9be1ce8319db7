import { hash } from "node:crypto";
import type { Severity } from "../src/model/finding.ts";
import type { Status } from "../src/model/records.ts";
import type { Source } from "../src/model/reference.ts";
import { makePipeline, type Output, type Pipeline } from "../src/pipeline.ts";
import { countsIn, partOf, toTables, type Part } from "../src/publish/index.ts";
import type { Cache } from "./cache.ts";
import { contentOf, type Content } from "./content.ts";
import type { FolderFile } from "./folder.ts";
import { outlivePdfJs, PDF_FILES } from "./pdf-files.ts";
import { readReference } from "./reference.ts";

/** A file to be read, with what sources.csv says of it. */
export interface Task extends FolderFile {
  readonly source: Source | undefined;
}

/** What a run tells of one file. */
export interface Summary {
  readonly file: string;
  readonly disclosureId: string;
  readonly sha256: string;
  readonly status: Status;
  readonly layout: string | null;
  readonly note: string | null;
  readonly projects: number;
  readonly indicators: number;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly rule: string;
    readonly about: string;
    readonly message: string;
  }[];
}

/** One file, read. */
export interface Reading {
  readonly part: Part;
  readonly summary: Summary;
}

/** Reads files; made once in each thread, for it holds the gazetteer. */
export interface Reader {
  read(task: Task): Promise<Reading>;
  /** What is published of a file that was given up, with the reason. */
  giveUp(task: Task, problem: string): Promise<Reading>;
}

/** Makes a reader; what it reads it puts into the cache, where there is one. */
export function makeReader(cache: Cache | undefined): Reader {
  outlivePdfJs();
  const reference = readReference();
  const sha256 = (bytes: Uint8Array) => hash("sha256", bytes);
  const pipeline = makePipeline(reference, { pdf: PDF_FILES, sha256 });
  const read = async (task: Task, content: Content) =>
    readingOf(await pipeline.read({ ...task, ...content }), pipeline);
  return {
    async read(task) {
      const content = contentOf(task.path);
      const reading = await read(task, content);
      cache?.put(task, content, reading);
      return reading;
    },
    giveUp: (task, problem) => read(task, { bytes: new Uint8Array(), problem }),
  };
}

function readingOf({ records, asked, text }: Output, { gazetteer }: Pipeline): Reading {
  const { disclosure, projects, indicators } = records;
  const result = { records, ...asked };
  // The rows of rules and families are those of the catalogue: only their counts are the file's.
  const region = (code: string) => gazetteer.region(code);
  const tables = toTables([result], { rules: [], families: [], region });
  const { file, disclosureId, sha256, status, layout, note } = disclosure;
  return {
    part: { ...partOf(tables, [[disclosureId, text]]), counts: countsIn(result) },
    summary: {
      file,
      disclosureId,
      sha256,
      status,
      layout,
      note,
      projects: projects.length,
      indicators: indicators.length,
      findings: asked.findings.map(({ severity, rule, projectId, message }) => ({
        severity,
        rule,
        about: projectId ?? disclosureId,
        message,
      })),
    },
  };
}
