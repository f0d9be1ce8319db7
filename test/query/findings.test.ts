import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  findingsByDepartment,
  findingsByDocument,
  findingsOfDisclosure,
  findingsOfProject,
  findingsOfRule,
  ruleSummaries,
} from "../../src/query/findings.ts";
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

  it("names what a finding is about, as far as there is something", async () => {
    const rules = ["amount/parts-differ", "amount/unit-inferred", "target/missing"];
    const findings = (await Promise.all(rules.map((rule) => findingsOfRule(db, rule)))).flat();
    expect(
      findings.map(({ rule, project, indicator, expected, found, start }) => [
        rule,
        project,
        indicator,
        [expected, found],
        start,
      ]),
    ).toEqual([
      ["amount/parts-differ", "梅州、韶关对口帮扶资金", null, ["300万元", "299万元"], 100],
      ["amount/unit-inferred", null, null, [null, null], 100],
      ["target/missing", "东西部协作资金", "工作完成情况", [null, null], 100],
    ]);
  });

  it("has no second page of a short list", async () => {
    expect(await findingsOfRule(db, "target/missing", 2)).toEqual([]);
  });

  it("counts them by department and by document", async () => {
    const counts = { errors: 1, warnings: 1, notes: 1 };
    expect(await findingsByDepartment(db)).toEqual([
      { departmentId: "yi", department: "乙市援助局", ...counts },
    ]);
    expect(await findingsByDocument(db)).toEqual([
      {
        disclosureId: "yi-projects-2025",
        title: null,
        file: "yi-projects-2025.txt",
        department: "乙市援助局",
        year: 2025,
        ...counts,
      },
    ]);
  });

  it("lists those of a document, the gravest first", async () => {
    const findings = await findingsOfDisclosure(db, "yi-projects-2025");
    expect(findings.map(({ severity }) => severity)).toEqual(["error", "warning", "note"]);
    expect(await findingsOfDisclosure(db, "jia-projects-2025")).toEqual([]);
  });

  it("counts those of an indicator among those of its project", async () => {
    const findings = await findingsOfProject(db, "yi-projects-2025/p02");
    expect(findings.map(({ indicatorId }) => indicatorId)).toEqual(["yi-projects-2025/p02/i02"]);
  });

  it("puts the rules that found something first, and keeps the others with their question", async () => {
    const rules = await ruleSummaries(db);
    expect(rules[0]).toMatchObject({
      reason: "应当知道。",
      appliesEn: "Every project.",
      notApplicable: 2,
    });
    expect(rules.map(({ rule, asked, findings }) => [rule, asked, findings])).toEqual([
      ["amount/parts-differ", 4, 1],
      ["target/missing", 12, 1],
      ["amount/unit-inferred", 3, 1],
      ["region/name-and-goal-differ", 4, 0],
    ]);
  });
});
