import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { toZip } from "../../../src/components/take/archive.ts";

it("packs text and bytes into a folder, names in any script", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const zip = toZip("项目", { "README.md": "说明", "data.parquet": bytes }, new Date(2026, 10, 5));
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(["项目/README.md", "项目/data.parquet"]);
  expect(strFromU8(files["项目/README.md"]!)).toBe("说明");
  expect(files["项目/data.parquet"]).toEqual(bytes);
});
