import type { OPS as PdfOps } from "pdfjs-dist/legacy/build/pdf.mjs";
import { foldGlyph } from "./fold.ts";
import {
  holds,
  IDENTITY,
  intersect,
  multiply,
  transform,
  transformBox,
  type Box,
  type Matrix,
} from "./geometry.ts";

/** A character as it is drawn; its box is that of its em square, upright whatever its turn. */
export interface Glyph extends Box {
  readonly text: string;
  readonly isSpace: boolean;
  /** Where its line stands, in points from the top (for text that is not turned). */
  readonly baseline: number;
  /** Height of the font, in points. */
  readonly size: number;
  /** Quarter turns clockwise of the direction in which it reads. */
  readonly turn: Turn;
}

export type Turn = 0 | 1 | 2 | 3;

/** A ruled line: stroked, or filled as a thin rectangle. */
export interface Rule {
  readonly horizontal: boolean;
  /** Where it stands across its direction, in points from the top or the left. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** What is drawn on a page. */
export interface Marks {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

/** A page as pdf.js compiles it. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What of a font matters for where its characters stand. */
export interface FontShape {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** A filled rectangle up to this thick, in points, is a rule; a cell is never that low or narrow. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 1;
/** How far the em square reaches above the baseline, as a share of the size. */
const ASCENT = 0.88;
const INVISIBLE = 3;
const CLIP_ONLY = 7;

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number];
}

interface State {
  matrix: Matrix;
  clip: Box;
  font: FontShape;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  whiteFill: boolean;
  whiteStroke: boolean;
  alpha: number;
}

/**
 * Follows a page's operators and notes where each character and each ruled line is drawn.
 *
 * `base` takes the PDF's units to points from the top-left of the upright page. Text that is
 * clipped away or drawn invisible is left out; where a page holds nothing else, the invisible text
 * stays: it is what a program read from a scan.
 */
export function readMarks(
  { fnArray, argsArray }: Operators,
  ops: typeof PdfOps,
  fontOf: (name: string) => FontShape,
  base: Matrix,
  page: Box,
): Marks {
  const glyphs: Glyph[] = [];
  const hidden: Glyph[] = [];
  const rules: Rule[] = [];
  const stack: State[] = [];
  let state: State = { ...START, matrix: base, clip: page };
  let textMatrix: Matrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  let clipNext = false;

  for (let index = 0; index < fnArray.length; index++) {
    const args = (argsArray[index] ?? []) as readonly unknown[];
    follow(fnArray[index]!, args);
  }
  return { glyphs: glyphs.length > 0 ? glyphs : hidden, rules };

  function follow(operator: number, args: readonly unknown[]): void {
    const number = args[0] as number;
    switch (operator) {
      case ops.save:
      case ops.beginGroup:
        return save();
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
      case ops.endAnnotation:
        return restore();
      case ops.transform:
        return turn(args as unknown as Matrix);
      case ops.paintFormXObjectBegin:
        save();
        if (args[0]) turn(args[0] as Matrix);
        if (args[1]) clip(args[1] as readonly number[]);
        return;
      case ops.beginAnnotation:
        save();
        state.matrix = base;
        state.clip = page;
        turn(args[2] as Matrix);
        turn(args[3] as Matrix);
        return;
      case ops.beginText:
        textMatrix = IDENTITY;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        return;
      case ops.setTextMatrix:
        textMatrix = args[0] as Matrix;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        return;
      case ops.setFont:
        return setFont(args as [string, number]);
      case ops.setGState:
        return setGraphics(args[0] as readonly (readonly [string, unknown])[]);
      case ops.setCharSpacing:
        state.charSpacing = number;
        return;
      case ops.setWordSpacing:
        state.wordSpacing = number;
        return;
      case ops.setHScale:
        state.scale = number / 100;
        return;
      case ops.setLeading:
        state.leading = number;
        return;
      case ops.setTextRise:
        state.rise = number;
        return;
      case ops.setTextRenderingMode:
        state.mode = number;
        return;
      case ops.moveText:
        return moveText(number, args[1] as number);
      case ops.setLeadingMoveText:
        state.leading = -(args[1] as number);
        return moveText(number, args[1] as number);
      case ops.nextLine:
        return moveText(0, -state.leading);
      case ops.showText:
        return showText(args[0] as readonly (PdfGlyph | number)[]);
      case ops.setFillRGBColor:
        state.whiteFill = args[0] === "#ffffff";
        return;
      case ops.setStrokeRGBColor:
        state.whiteStroke = args[0] === "#ffffff";
        return;
      case ops.setFillColorN:
        state.whiteFill = false;
        return;
      case ops.setStrokeColorN:
        state.whiteStroke = false;
        return;
      case ops.clip:
      case ops.eoClip:
        clipNext = true;
        return;
      case ops.constructPath:
        return drawPath(args as unknown as PathArguments);
    }
  }

  function save(): void {
    stack.push({ ...state });
  }

  function restore(): void {
    state = stack.pop() ?? state;
  }

  function turn(matrix: Matrix): void {
    state.matrix = multiply(state.matrix, matrix);
  }

  function clip(bounds: readonly number[]): void {
    const [x0, y0, x1, y1] = bounds as readonly [number, number, number, number];
    state.clip = intersect(state.clip, transformBox(state.matrix, x0, y0, x1, y1));
  }

  function setFont([name, size]: readonly [string, number]): void {
    state.font = fontOf(name);
    state.size = size;
  }

  function setGraphics(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      if (key === "Font") setFont(value as [string, number]);
      if (key === "ca") state.alpha = value as number;
    }
  }

  function moveText(dx: number, dy: number): void {
    lineX += dx;
    lineY += dy;
    [x, y] = [lineX, lineY];
  }

  function showText(items: readonly (PdfGlyph | number)[]): void {
    const { font, size, scale } = state;
    const unit = font.fontMatrix?.[0] ?? 0.001;
    const matrix = multiply(state.matrix, textMatrix);
    for (const item of items) {
      if (typeof item === "number") {
        advance((-item * size) / 1000);
        continue;
      }
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
      if (font.vertical && item.vmetric) {
        const [height, originX, originY] = item.vmetric;
        draw(item, matrix, x - originX * unit * size, y - originY * unit * size);
        advance(height * unit * size + spacing);
      } else {
        draw(item, matrix, x, y);
        advance(item.width * unit * size + spacing);
      }
    }

    function advance(length: number): void {
      if (font.vertical) y += length;
      else x += length * scale;
    }
  }

  function draw(glyph: PdfGlyph, matrix: Matrix, atX: number, atY: number): void {
    const width = glyph.width * (state.font.fontMatrix?.[0] ?? 0.001) * state.size * state.scale;
    const low = atY + state.rise;
    const turned = turnOf(matrix, state.size < 0);
    if (turned === undefined || glyph.unicode === "") return;
    const box = transformBox(
      matrix,
      atX,
      low - (1 - ASCENT) * state.size,
      atX + width,
      low + ASCENT * state.size,
    );
    if (!holds(state.clip, (box.left + box.right) / 2, (box.top + box.bottom) / 2, 1)) return;
    const text = foldGlyph(glyph.unicode);
    const isSeen = state.mode !== INVISIBLE && state.mode !== CLIP_ONLY && state.alpha > 0;
    (isSeen ? glyphs : hidden).push({
      ...box,
      text,
      isSpace: text.trim() === "",
      baseline: transform(matrix, atX, low)[1],
      size: Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]),
      turn: turned,
    });
  }

  function drawPath([paint, [path], bounds]: PathArguments): void {
    const isClip = clipNext;
    clipNext = false;
    if (!path || !bounds) return;
    const strokes = STROKES.some((name) => ops[name] === paint) && !state.whiteStroke;
    const fills = FILLS.some((name) => ops[name] === paint) && !state.whiteFill;
    if (strokes) rules.push(...clipped(strokedRules(path, state.matrix), state.clip));
    if (fills) rules.push(...clipped(filledRules(path, state.matrix), state.clip));
    if (isClip) clip(bounds);
  }
}

const START = {
  font: {},
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  whiteFill: false,
  whiteStroke: false,
  alpha: 1,
};

const STROKES = [
  "stroke",
  "closeStroke",
  "fillStroke",
  "eoFillStroke",
  "closeFillStroke",
  "closeEOFillStroke",
] as const;
const FILLS = [
  "fill",
  "eoFill",
  "fillStroke",
  "eoFillStroke",
  "closeFillStroke",
  "closeEOFillStroke",
] as const;

type PathArguments = readonly [
  paint: number,
  paths: readonly [Float32Array | null],
  bounds: readonly number[] | null,
];

/** Quarter turns of the direction of a text; undefined for one that is slanted (a watermark). */
function turnOf([a, b]: Matrix, backwards: boolean): Turn | undefined {
  const sign = backwards ? -1 : 1;
  const quarters = Math.atan2(b * sign, a * sign) / (Math.PI / 2);
  const turn = Math.round(quarters);
  return Math.abs(quarters - turn) > 0.1 ? undefined : (((turn + 4) % 4) as Turn);
}

type Point = readonly [x: number, y: number];

/** The subpaths of a path in points of the page; those with curves are no rules. */
function subpathsOf(path: Float32Array, matrix: Matrix): Point[][] {
  const subpaths: { points: Point[]; isCurved: boolean }[] = [];
  for (let i = 0; i < path.length;) {
    const operator = path[i++];
    if (operator === 0) subpaths.push({ points: [], isCurved: false });
    const last = subpaths.at(-1);
    if (!last) break;
    if (operator === 0 || operator === 1) {
      last.points.push(transform(matrix, path[i]!, path[i + 1]!));
      i += 2;
    } else if (operator === 4) {
      last.points.push(last.points[0]!);
    } else {
      last.isCurved = true;
      i += operator === 2 ? 6 : 4;
    }
  }
  return subpaths.filter(({ isCurved }) => !isCurved).map(({ points }) => points);
}

function strokedRules(path: Float32Array, matrix: Matrix): Rule[] {
  return subpathsOf(path, matrix).flatMap((points) =>
    points.slice(1).flatMap((point, index) => ruleBetween(points[index]!, point) ?? []),
  );
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): Rule | undefined {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (Math.max(width, height) < SHORTEST_RULE) return undefined;
  if (height <= 0.5)
    return { horizontal: true, at: (y0 + y1) / 2, start: Math.min(x0, x1), end: Math.max(x0, x1) };
  if (width <= 0.5)
    return { horizontal: false, at: (x0 + x1) / 2, start: Math.min(y0, y1), end: Math.max(y0, y1) };
  return undefined;
}

function filledRules(path: Float32Array, matrix: Matrix): Rule[] {
  return subpathsOf(path, matrix).flatMap((points): Rule[] => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const [width, height] = [right - left, bottom - top];
    if (Math.min(width, height) > THICKEST_RULE || Math.max(width, height) < SHORTEST_RULE)
      return [];
    return width >= height
      ? [{ horizontal: true, at: (top + bottom) / 2, start: left, end: right }]
      : [{ horizontal: false, at: (left + right) / 2, start: top, end: bottom }];
  });
}

/** The parts of rules that are seen. */
function clipped(rules: readonly Rule[], clip: Box): Rule[] {
  return rules.flatMap(({ horizontal, at, start, end }) => {
    const [low, high] = horizontal ? [clip.left, clip.right] : [clip.top, clip.bottom];
    const [near, far] = horizontal ? [clip.top, clip.bottom] : [clip.left, clip.right];
    if (at < near - THICKEST_RULE || at > far + THICKEST_RULE) return [];
    const seen = { horizontal, at, start: Math.max(start, low), end: Math.min(end, high) };
    return seen.end > seen.start ? [seen] : [];
  });
}
