import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** Folder of the project, whatever the current one is. */
export const ROOT = join(import.meta.dirname, "..");

/** Ends the process because of bad arguments: one line that says what is wrong and what to do. */
export function refuse(line: string): never {
  console.error(line);
  process.exit(2);
}

/**
 * Reads the arguments of a command by Node's `parseArgs`.
 *
 * Answers `--help` with `usage`, whose first line is “Usage: npm …”, and refuses what it does not
 * know.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  { allowPositionals = false } = {},
) {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const [what] = (error as Error).message.split(/\.\s/);
    return refuse(`${what}; ${usage.split("\n", 1)[0]}`);
  }
}

/** Runs a program of the project or of the machine in the open; false if it failed. */
export function run(program: string, args: readonly string[]): Promise<boolean> {
  const path = [join(ROOT, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: "1" },
      stdio: "inherit",
      // Programs are .cmd files there.
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}
