import { describe, expect, it } from "vitest";
import { reportHref } from "../../src/components/report.ts";
import { en } from "../../src/i18n/en.ts";
import { zh } from "../../src/i18n/zh.ts";

const reported = {
  id: "a/p01/i02",
  page: "https://example.org/projects/a/p01/#i02",
  where: "第 3 页第 4 行",
  printed: "≥90%&更多",
  read: "不少于 90%",
};

describe("a report", () => {
  it("is a mail with the id, the place and both texts", () => {
    const url = new URL(reportHref("mailto:data@example.org", reported, zh)!);
    expect(url.pathname).toBe("data@example.org");
    expect(url.searchParams.get("subject")).toBe("数据有误：a/p01/i02");
    expect(url.searchParams.get("body")!.split("\n")).toEqual([
      "编号：a/p01/i02",
      "网页：https://example.org/projects/a/p01/#i02",
      "位置：第 3 页第 4 行",
      "原文：≥90%&更多",
      "读作：不少于 90%",
      "应当是（请填写）：",
    ]);
  });

  it("keeps what a mail address asks for", () => {
    expect(reportHref("mailto:a@b.c?cc=d@e.f", reported, zh)).toMatch(/\?cc=d@e\.f&subject=/);
  });

  it("fills the form of a site", () => {
    const target = "https://example.org/new?labels=data&title={title}&body={body}";
    const url = new URL(reportHref(target, reported, en)!);
    expect(url.searchParams.get("labels")).toBe("data");
    expect(url.searchParams.get("title")).toBe("Error in the data: a/p01/i02");
    expect(url.searchParams.get("body")).toMatch(/^Id: a\/p01\/i02\n/);
  });

  it("says where there is nothing, and cuts what is long", () => {
    const long = { ...reported, where: null, printed: "长".repeat(1000) };
    const body = new URL(reportHref("mailto:a@b.c", long, zh)!).searchParams.get("body")!;
    expect(body).toContain("位置：（无）");
    expect(body).toContain(`原文：${"长".repeat(300)}…\n`);
  });

  it.each([undefined, ""])("is not offered where nobody is named: %j", (target) => {
    expect(reportHref(target, reported, zh)).toBeUndefined();
  });

  it.each(["data@example.org", "https://example.org/new", "javascript:alert(1)"])(
    "is not sent to %s",
    (target) => {
      expect(() => reportHref(target, reported, zh)).toThrow(/REPORT_URL is “.+”; give mailto:/);
    },
  );
});
