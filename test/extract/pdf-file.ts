/** A page of a PDF made by hand: its operators, and by how many degrees a viewer turns it. */
export interface PdfPage {
  readonly content: string;
  readonly rotate?: number;
}

/**
 * Makes a PDF whose only font (`/F1`, STSong-Light, Chinese in UCS-2) is not embedded, as in many
 * that governments publish: what it says is known by Adobe's character maps alone.
 */
export function makePdf(pages: readonly PdfPage[]): Uint8Array {
  const kids = pages.map((_, index) => `${5 + 2 * index} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] >>",
    ...pages.flatMap(({ content, rotate = 0 }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${rotate} /Contents ${6 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = "%PDF-1.7\n";
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const lines = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Words of 10 points from a place, in points from the bottom-left of the page. */
export function words(x: number, y: number, text: string): string {
  return `BT /F1 10 Tf ${x} ${y} Td <${hex(text)}> Tj ET\n`;
}

/** Words of 10 points under a text matrix. */
export function turnedWords(matrix: string, text: string): string {
  return `BT /F1 10 Tf ${matrix} Tm <${hex(text)}> Tj ET\n`;
}

function hex(text: string): string {
  return [...text].map((sign) => sign.codePointAt(0)!.toString(16).padStart(4, "0")).join("");
}

/** A grid of stroked lines through some places. */
export function strokedGrid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, low, high] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  return [
    ...xs.map((x) => `${x} ${low} m ${x} ${high} l S\n`),
    ...ys.map((y) => `${left} ${y} m ${right} ${y} l S\n`),
  ].join("");
}

/** The same grid as thin filled rectangles. */
export function filledGrid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, low, high] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  return [
    ...xs.map((x) => `${x - 0.4} ${low} 0.8 ${high - low} re f\n`),
    ...ys.map((y) => `${left} ${y - 0.4} ${right - left} 0.8 re f\n`),
  ].join("");
}
