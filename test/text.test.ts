import { describe, expect, it } from "vitest";
import { fold, squash, unwrap } from "../src/text.ts";

describe("unwrap", () => {
  it.each<[why: string, text: string, published: string]>([
    ["a line wrap between characters", "宣传推介广州 城市形象", "宣传推介广州城市形象"],
    ["a wrap beside punctuation", "拓展展会 、协作, 解决", "拓展展会、协作,解决"],
    ["a space between Latin words as it is", "see the PDF file", "see the PDF file"],
    ["a raised two", "约1600m <sup>2</sup> ", "约1600m²"],
    ["spaces inside brackets", "面积(m <sup>2</sup> )", "面积(m²)"],
    ["another raised sign without its tags", "<sup>-</sup> 州市", "-州市"],
    ["full-width punctuation as printed", "（试行）；", "（试行）；"],
  ])("publishes %s: %j", (_, text, published) => {
    expect(unwrap(text)).toBe(published);
  });
});

describe("fold and squash", () => {
  it("read labels whose characters a site spelled out", () => {
    expect(squash("服務(wù)對(duì)象滿(mǎn)意度指標(biāo)")).toBe("服务对象满意度指标");
    expect(squash("培訓(Training)人數")).toBe("培訓(Training)人數");
  });

  it("fold width and look-alike signs", () => {
    expect(fold("≧９０％  （含）")).toBe("≥90% (含)");
  });
  it("squash leaves no white space", () => {
    expect(squash("233, 875. 26")).toBe("233,875.26");
  });
});
