import type { BrowserDatabase } from "../../query/browser.ts";
import type { Open } from "./engine.ts";

/**
 * Opens the site's database. DuckDB's script is loaded apart, so that a browser that cannot run it
 * still runs the page.
 */
export const openEngine: Open<BrowserDatabase> = async (onProgress) => {
  const { openDatabase } = await import("../../query/browser.ts");
  return openDatabase({ onProgress });
};
