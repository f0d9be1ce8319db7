import { join } from "node:path";
import { ROOT } from "./command.ts";

/** pdf.js's own files, from the package that is installed. */
export const PDF_FILES = {
  cMapUrl: join(ROOT, "node_modules/pdfjs-dist/cmaps/"),
  standardFontDataUrl: join(ROOT, "node_modules/pdfjs-dist/standard_fonts/"),
};

/**
 * Keeps the process alive where pdf.js forgets a promise. In Node its worker runs in our thread, and
 * for some damaged files it rejects, beside the promise that we await, one that nobody does.
 */
export function outlivePdfJs(): void {
  process.on("unhandledRejection", (reason) => {
    if (!(reason instanceof Error) || !reason.stack?.includes("pdf.worker.mjs")) throw reason;
  });
}
