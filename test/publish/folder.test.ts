import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceFolder } from "../../src/publish/folder.ts";

/** No process has it: Linux ends at 2²². */
const DEAD = 2 ** 22 + 1;

let parent: string;
let target: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "folder-"));
  target = join(parent, "data");
});

afterEach(() => rmSync(parent, { recursive: true }));

const write = (text: string) => (draft: string) => {
  writeFileSync(join(draft, "datapackage.json"), text);
  writeFileSync(join(draft, `only-${text}`), text);
  return Promise.resolve();
};

/** The files of the folder, all of one run. */
const expectWhole = (text: string) => {
  expect(readdirSync(target)).toEqual(["datapackage.json", `only-${text}`]);
  expect(readFileSync(join(target, "datapackage.json"), "utf8")).toBe(text);
};

const expectNothingElse = () => expect(readdirSync(parent)).toEqual(["data"]);

it("makes a folder and its parents", async () => {
  target = join(parent, "deep/down/data");
  await replaceFolder(target, write("first"));
  expectWhole("first");
});

it("replaces all that was there", async () => {
  await replaceFolder(target, write("first"));
  await replaceFolder(target, write("second"));
  expectWhole("second");
  expectNothingElse();
});

it("leaves the old folder if writing fails", async () => {
  await replaceFolder(target, write("first"));
  const failing = replaceFolder(target, async (draft) => {
    await write("second")(draft);
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expectWhole("first");
  expectNothingElse();
});

it("leaves the old folder if the run is killed, and the next run clears up", async () => {
  await replaceFolder(target, write("first"));
  const module = new URL("../../src/publish/folder.ts", import.meta.url).href;
  const script = `
    import { writeFileSync } from "node:fs";
    import { replaceFolder } from ${JSON.stringify(module)};
    await replaceFolder(${JSON.stringify(target)}, (draft) => {
      writeFileSync(draft + "/datapackage.json", "half");
      console.log("writing");
      return new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", script]);
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");

  expectWhole("first");
  expect(readdirSync(parent)).toHaveLength(2);
  await replaceFolder(target, write("second"));
  expectWhole("second");
  expectNothingElse();
});

it("brings the old folder back if a run was killed between the two renames", async () => {
  const old = join(parent, `.data.tmp-${DEAD}-abcdef/old`);
  mkdirSync(old, { recursive: true });
  await write("first")(old);
  const failing = replaceFolder(target, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expectWhole("first");
  expectNothingElse();
});

it("lets two runs at once each write a whole folder", async () => {
  await Promise.all([
    replaceFolder(target, async (draft) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await write("late")(draft);
    }),
    replaceFolder(target, write("early")),
  ]);
  expectWhole("late");
  expectNothingElse();
});

describe("does not touch", () => {
  it("the work of a run that still goes on", async () => {
    const work = join(parent, `.data.tmp-${process.pid}-abcdef`);
    mkdirSync(work);
    await replaceFolder(target, write("first"));
    expect(existsSync(work)).toBe(true);
  });

  it("a folder that holds something else", async () => {
    mkdirSync(target);
    writeFileSync(join(target, "thesis.doc"), "");
    await expect(replaceFolder(target, write("first"))).rejects.toThrow(
      /holds other files \(thesis.doc…\): choose a new or an empty folder/,
    );
    expect(readdirSync(target)).toEqual(["thesis.doc"]);
  });
});
