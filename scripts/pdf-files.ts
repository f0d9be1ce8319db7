import { join } from "node:path";
import { ROOT } from "./command.ts";

/** pdf.js's own files, from the package that is installed. */
export const PDF_FILES = {
  cMapUrl: join(ROOT, "node_modules/pdfjs-dist/cmaps/"),
  standardFontDataUrl: join(ROOT, "node_modules/pdfjs-dist/standard_fonts/"),
};
