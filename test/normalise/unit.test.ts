import { describe, expect, it } from "vitest";
import type { Region } from "../../src/model/region.ts";
import { restoreUnitName } from "../../src/normalise/unit.ts";

const government = (name: string) => ({ name }) as Region;
const GUANGZHOU = [government("天河区"), government("广州市"), government("广东省")];

describe("restoreUnitName", () => {
  it.each<[why: string, printed: string, name: string]>([
    ["a sign in place of the first character", "-州市国内合作服务中心", "广州市国内合作服务中心"],
    ["a sign for half of it", "-一州市国内合作服务中心", "广州市国内合作服务中心"],
    ["the name of a government above", "'东省某中心", "广东省某中心"],
    ["a whole name as it is", "杭州市某中心", "杭州市某中心"],
    ["a name in brackets as it is", "（原）广州市某中心", "（原）广州市某中心"],
    ["another place behind a sign as it is", "-山市某中心", "-山市某中心"],
  ])("reads %s: %j", (_, printed, name) => {
    expect(restoreUnitName(printed, GUANGZHOU)).toBe(name);
  });
});
