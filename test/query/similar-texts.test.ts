import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { similarPairCount, similarPairs } from "../../src/query/similar-texts.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";
import { sampleTables } from "./sample.ts";

const GOAL = "统筹推进对口帮扶和东西部协作工作，巩固脱贫攻坚成果，促进乡村振兴。";

let atlas: SampleAtlas;

beforeAll(async () => {
  const goals: Readonly<Record<string, string>> = {
    "jia-projects-2025/p01": GOAL,
    "jia-projects-2025/p02": GOAL,
    "yi-projects-2025/p01": GOAL.replace("乡村振兴", "乡村全面振兴"),
  };
  atlas = await sampleAtlas({
    projects: sampleTables().projects.map((row) => ({
      ...row,
      goal: goals[String(row.project_id)] ?? null,
    })),
  });
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it("gives pairs with both texts, those of different departments first", async () => {
    const pairs = await similarPairs(db, 10);
    expect(pairs).toMatchObject([
      {
        kind: "goal",
        across: "department",
        groupId: "jia-projects-2025/p01",
        first: { projectId: "jia-projects-2025/p01", department: "甲市协作办公室", text: GOAL },
        second: { projectId: "yi-projects-2025/p01", name: "梅州、韶关对口帮扶资金", year: 2025 },
      },
      {
        across: "document",
        similarity: 1,
        first: { projectId: "jia-projects-2025/p01" },
        second: { projectId: "jia-projects-2025/p02", text: GOAL },
      },
    ]);
    expect(pairs[0]?.similarity).toBeGreaterThan(0.7);
  });

  it("gives no more than asked for, and tells how many there are", async () => {
    expect(await similarPairs(db, 1)).toHaveLength(1);
    expect(await similarPairCount(db)).toBe(2);
  });
});
