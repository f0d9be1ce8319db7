// Finds Chromium for the browser tests, or installs it, and prints its path.

import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { LaunchOptions } from "playwright-core";
import { readArguments } from "./command.ts";

const USAGE = `Usage: node scripts/browser.ts

Prints the path of Chromium: of CHROMIUM_PATH, PUPPETEER_EXECUTABLE_PATH or CHROME_PATH, else on the
PATH, else where systems keep it. As root on Debian it is installed if it is nowhere, and so is a
font for Chinese.`;

const VARIABLES = ["CHROMIUM_PATH", "PUPPETEER_EXECUTABLE_PATH", "CHROME_PATH"];
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  ],
};
const REMEDY =
  "no Chromium found; install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to a Chromium or Chrome";
const SCREENSHOT_FONT = "no font for Chinese found; install one (Debian: fonts-noto-cjk)";

/** The machine as far as the search looks at it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether the file is there and is a browser that starts. */
  works(path: string): boolean;
}

/** This machine. */
export const HERE: Machine = { env: process.env, platform: process.platform, works: starts };

/**
 * Path of Chromium or a browser built on it; undefined if there is none. Throws if a variable names
 * one that does not start: whoever set it wants to know.
 */
export function findChromium({ env, platform, works }: Machine = HERE): string | undefined {
  for (const variable of VARIABLES) {
    const path = env[variable];
    if (!path) continue;
    if (works(path)) return path;
    throw new Error(`${variable}=${path} is not a browser that starts; correct or unset it`);
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(PLACES[platform] ?? [])].find(works);
}

/** Finds Chromium and a font for Chinese; installs what is missing as root on Debian. */
export function ensureChromium(): string {
  const found = findChromium();
  const missing = [
    ...(found ? [] : ["chromium"]),
    ...(hasChineseFont() ? [] : ["fontconfig", "fonts-noto-cjk"]),
  ];
  if (missing.length > 0 && isRoot() && existsSync("/usr/bin/apt-get")) aptInstall(missing);
  if (!hasChineseFont()) console.warn(SCREENSHOT_FONT);
  const path = found ?? findChromium();
  if (!path) throw new Error(REMEDY);
  return path;
}

/** How the tests start the browser: by itself, with nothing that talks to its maker. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(REMEDY);
  return {
    executablePath,
    headless: true,
    // Chromium refuses to run its sandbox as root.
    chromiumSandbox: !isRoot(),
    // Without a locale of UTF-8 it names a download “download”.
    env: { LANG: "C.UTF-8", ...process.env },
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

/** Ubuntu's chromium-browser is a stand-in that only asks for a snap, so a file is not enough. */
function starts(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Chrome on Windows opens a window for --version.
  return process.platform === "win32" || spawnSync(path, ["--version"]).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Other systems bring fonts for Chinese. */
function hasChineseFont(): boolean {
  if (process.platform !== "linux") return true;
  const { stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return Boolean(stdout?.trim());
}

/** Goes on if apt fails: what is still missing afterwards is told by the caller. */
function aptInstall(packages: readonly string[]): void {
  console.log(`installing ${packages.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "--yes", "--no-install-recommends", ...packages];
  for (const args of [["update"], install])
    spawnSync("apt-get", args, { env, stdio: ["ignore", "inherit", "inherit"] });
}

if (import.meta.main) {
  readArguments(USAGE, {});
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
