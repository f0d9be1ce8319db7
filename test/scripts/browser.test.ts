import { expect, it } from "vitest";
import { findChromium, type Machine } from "../../scripts/browser.ts";

const PATH = "/usr/local/bin:/usr/bin";

function machine(browsers: readonly string[], rest: Partial<Machine> = {}): Machine {
  return { env: { PATH }, platform: "linux", works: (path) => browsers.includes(path), ...rest };
}

it.each([
  ["by its name on the PATH", machine(["/usr/bin/chromium"]), "/usr/bin/chromium"],
  [
    "a Chrome where there is no Chromium",
    machine(["/usr/bin/google-chrome-stable"]),
    "/usr/bin/google-chrome-stable",
  ],
  [
    "Chromium before Chrome, wherever they are",
    machine(["/usr/local/bin/google-chrome", "/usr/bin/chromium"]),
    "/usr/bin/chromium",
  ],
  [
    "what a variable names, before the PATH",
    machine(["/opt/chrome", "/usr/bin/chromium"], { env: { PATH, CHROME_PATH: "/opt/chrome" } }),
    "/opt/chrome",
  ],
  [
    "our own variable before those of others",
    machine(["/opt/a", "/opt/b"], { env: { CHROME_PATH: "/opt/a", CHROMIUM_PATH: "/opt/b" } }),
    "/opt/b",
  ],
  [
    "an application of macOS",
    machine(["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"], {
      platform: "darwin",
    }),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  ["none where there is none", machine([]), undefined],
  ["none on an empty PATH", machine(["chromium"], { env: {} }), undefined],
])("finds %s", (_, where, path) => {
  expect(findChromium(where)).toBe(path);
});

it("says so if a variable names no browser, though the PATH has one", () => {
  const where = machine(["/usr/bin/chromium"], { env: { PATH, CHROMIUM_PATH: "/gone" } });
  expect(() => findChromium(where)).toThrow("CHROMIUM_PATH=/gone is not a browser that starts");
});
