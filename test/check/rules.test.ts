import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import { RULES } from "../../src/check/index.ts";
import { makePipeline } from "../../src/pipeline.ts";

const HEADER =
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
const pipeline = makePipeline(readReference());

/** A project table of a department in Guangzhou with these rows. */
const table = (...rows: string[]) =>
  ["项目支出绩效目标表", "部门名称：广州市协作办公室", "单位：万元", HEADER, ...rows].join("\n");
const project = (
  name: string,
  amounts: string,
  goal = "目标",
  list = "1、产出指标:次数,年度指标值:3次。",
) => `${name}\t${amounts}\t${goal}\t${list}`;

async function ask(rule: string, text: string, duplicateOf: string | null = null) {
  const { asked } = await pipeline.read({
    disclosureId: "a",
    file: "a.txt",
    bytes: new TextEncoder().encode(text),
    source: undefined,
    problem: null,
    duplicateOf,
  });
  const findings = asked.findings.filter((finding) => finding.rule === rule);
  return { asked: asked.asked.get(rule), findings };
}

/** Each rule with a document that passes, one that does not, and one that it does not apply to. */
const CASES: Record<string, { pass: string; fail: string; na: string; found: RegExp }> = {
  "amount/projects-differ-from-total": {
    pass: table(
      "合计\t3.00\t3.00",
      project("甲", "1.00\t1.00\t\t"),
      project("乙", "2.00\t2.00\t\t"),
    ),
    fail: table(
      "合计\t4.00\t4.00",
      project("甲", "1.00\t1.00\t\t"),
      project("乙", "2.00\t2.00\t\t"),
    ),
    na: table(project("甲", "1.00\t1.00\t\t")),
    found: /印为 40,000\.00 元，其下 2 个项目之和为 30,000\.00 元，相差 −10,000\.00 元/,
  },
  "amount/parts-differ": {
    pass: table(project("甲", "3.00\t1.00\t\t2.00")),
    fail: table(project("甲", "3.00\t1.00\t\t1.00")),
    na: table(project("甲", "3.00\t\t\t")),
    found: /总计为 30,000\.00 元，各项资金来源之和为 20,000\.00 元/,
  },
  "amount/columns-shifted": {
    pass: table("合计\t1.00\t\t\t1.00", project("甲", "1.00\t\t\t1.00")),
    fail: table("合计\t1.00\t\t\t1.00", project("甲", "1.00\t1.00\t\t")),
    na: table(project("甲", "1.00\t1.00\t\t")),
    found: /“甲”的金额 1\.00 .+归入其他资金/,
  },
  "amount/unit-inferred": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(project("甲", "3.00\t3.00\t\t")).replace("单位：万元\n", ""),
    na: "通知",
    found: /推断为“万元”/,
  },
  "text/truncated": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、产出指标:次数,年度指标值:3次。2、效益指标:满意度,年",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“满意度”的文字在原文中中断/,
  },
  "target/missing": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、产出指标:次数,年度指标值:。2、产出指标:人数,年度指标值:1人。",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“次数”未说明年度指标值/,
  },
  "text/unit-name-restored": {
    pass: table("广州市某中心\t3.00\t3.00", project("甲", "3.00\t3.00\t\t")),
    fail: table("<sup>-</sup> 州市某中心\t3.00\t3.00", project("甲", "3.00\t3.00\t\t")),
    na: table(project("甲", "3.00\t3.00\t\t")),
    found: /印作“-州市某中心”，.+读作“广州市某中心”/,
  },
  "region/name-and-goal-differ": {
    pass: table(project("对口帮扶梅州指挥部经费", "3.00\t3.00\t\t", "对口帮扶梅州、清远。")),
    fail: table(project("对口帮扶梅州指挥部经费", "3.00\t3.00\t\t", "对口帮扶清远指挥部运行。")),
    na: table(project("会议费", "3.00\t3.00\t\t", "对口帮扶清远。")),
    found: /名称指向梅州市，绩效目标写的是清远市/,
  },
  "document/unrecognised": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: "关于开会的通知",
    na: "",
    found: /“a\.txt”未读出任何表：没有认出/,
  },
  "document/partly-read": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table("\t\t\t\t\t无主的文字", project("甲", "3.00\t3.00\t\t")),
    na: "通知",
    found: /第一段是“无主的文字”/,
  },
  "document/duplicate-name": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(project("甲", "3.00\t3.00\t\t")),
    na: "",
    found: /与“b\/a\.txt”同名/,
  },
};

describe("every rule", () => {
  it("has its cases", () => {
    expect(Object.keys(CASES).sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it.each(Object.entries(CASES))("%s says nothing where all is well", async (rule, { pass }) => {
    const { asked, findings } = await ask(rule, pass);
    expect(findings).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  });

  it.each(Object.entries(CASES))("%s says what is the matter", async (rule, { fail, found }) => {
    const duplicate = rule === "document/duplicate-name" ? "b/a.txt" : null;
    const { findings } = await ask(rule, fail, duplicate);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toMatch(found);
    expect(findings[0]!.messageEn).toMatch(/^[^\n]+\.$/);
  });

  const optional = Object.entries(CASES).filter(([, { na }]) => na !== "");
  it.each(optional)("%s is not asked where it does not apply", async (rule, { na }) => {
    expect(await ask(rule, na)).toEqual({ asked: 0, findings: [] });
  });
});

it("finds in the real table what a reader finds", async () => {
  const file = "guangzhou-cooperation-office-projects.txt";
  const bytes = readFileSync(join(import.meta.dirname, "../../data/disclosures", file));
  const input = {
    disclosureId: "g",
    file,
    bytes,
    source: undefined,
    problem: null,
    duplicateOf: null,
  };
  const { asked } = await pipeline.read(input);
  const found = asked.findings.map(({ rule, projectId }) => `${rule} ${projectId ?? ""}`);
  expect(found).toEqual([
    ...["g/p22", "g/p23", "g/p24", "g/p25", "g/p26", "g/p27"].map(
      (id) => `amount/columns-shifted ${id}`,
    ),
    "amount/unit-inferred ",
    "text/truncated g/p18",
    "text/unit-name-restored ",
    "region/name-and-goal-differ g/p11",
  ]);
});
