import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  allCorrections,
  correctionsOf,
  disclosureDetails,
  documentFormat,
  kindsOfDisclosure,
  printedTotals,
  rulesOfDisclosure,
  targetSpans,
} from "../../src/query/disclosures.ts";
import { totalOf } from "../../src/query/indicators.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;
beforeAll(async () => {
  atlas = await sampleAtlas();
});
afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await open(atlas.file);
  });
  afterAll(() => db.close());

  it("lists every document, the unread ones too, those of a department together", async () => {
    const documents = await disclosureDetails(db);
    expect(
      documents.map(({ disclosureId, projects, amount, indicators, findings }) => [
        disclosureId,
        projects,
        amount,
        indicators,
        findings,
      ]),
    ).toEqual([
      ["jia-projects-2025", 3, 3_700_000.5, 7, 0],
      ["jia-department-2024", 0, null, 1, 0],
      ["yi-projects-2025", 2, 3_000_000, 4, 3],
      ["unknown", 0, null, 0, 0],
    ]);
  });

  it("says what a document is and what that rests on", async () => {
    const documents = await disclosureDetails(db);
    expect(documents[2]).toMatchObject({
      year: 2025,
      yearBasis: "printed",
      amountUnit: "元",
      amountUnitBasis: "inferred",
      retrieved: "2026-01-31",
      status: "read",
    });
    expect(documents[3]).toMatchObject({
      title: null,
      department: null,
      year: null,
      yearBasis: "none",
      status: "unrecognised",
      note: "没有认出表样",
    });
  });

  it("keeps a blank cell of a total apart from 0", async () => {
    const totals = await printedTotals(db, "jia-projects-2025");
    expect(totals.map(({ name, total, other }) => [name, total, other])).toEqual([
      ["合计", 3_700_000.5, null],
      ["甲市协作办公室本级", 2_200_000, null],
      ["甲市对口支援中心", 1_500_000.5, null],
    ]);
  });

  it("tells how each rule fared in a document, those that found something first", async () => {
    const rules = await rulesOfDisclosure(db, "yi-projects-2025");
    expect(
      rules.map(({ rule, asked, findings, notApplicable }) => [
        rule,
        asked,
        findings,
        notApplicable,
      ]),
    ).toEqual([
      ["amount/parts-differ", 2, 1, 0],
      ["target/missing", 4, 1, 0],
      ["amount/unit-inferred", 1, 1, 0],
      ["region/name-and-goal-differ", 0, 0, 2],
    ]);
    expect(await rulesOfDisclosure(db, "unknown")).toEqual([]);
  });

  it("lists what was corrected, with its place", async () => {
    const [correction, ...more] = await correctionsOf(db, "yi-projects-2025");
    expect(correction).toMatchObject({ cell: 2, replacement: "东西部协作资金", start: 200 });
    expect(more).toEqual([]);
    expect(await correctionsOf(db, "jia-projects-2025")).toEqual([]);
    expect(await allCorrections(db)).toEqual([correction]);
  });

  it("counts the targets of a document and of its projects together", async () => {
    expect(totalOf(await kindsOfDisclosure(db, "jia-projects-2025"))).toBe(7);
    expect(await targetSpans(db, "jia-projects-2025")).toHaveLength(7);
    expect(totalOf(await kindsOfDisclosure(db, "unknown"))).toBe(0);
  });

  it("knows the kind of file, and no document that is not there", async () => {
    expect(await documentFormat(db, "jia-projects-2025")).toBe("txt");
    await expect(documentFormat(db, "nothing")).rejects.toThrow("no document has the id nothing");
  });
});
