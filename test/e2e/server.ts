import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/command.ts";
import { serve } from "../../scripts/serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built site, with a slash at its end. */
    address: string;
  }
}

/** Serves the built site to the browser tests, as `npm start` does, on any free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = process.env["BASE_PATH"] ?? "/";
  const site = await serve(join(ROOT, "dist"), { base });
  project.provide("address", site.address);
  return () => site.close();
}
