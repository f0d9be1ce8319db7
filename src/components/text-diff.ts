/** A stretch of two texts: of both, or of one alone. */
export interface Stretch {
  readonly kind: "both" | "first" | "second";
  readonly text: string;
}

/** Signs to compare: beyond that the table of common runs is too large, and all counts as changed. */
const MOST_CELLS = 4_000_000;

/**
 * Where two texts differ, as stretches in order: without those of the second alone they are the
 * first text, and the other way round. Numbers and Latin words are compared as wholes; a single
 * sign between two changes counts as changed, so that what differs can be read.
 *
 * @example
 * differences("支持12个镇", "支持15个镇")
 * // both 支持, first 12, second 15, both 个镇
 */
export function differences(first: string, second: string): Stretch[] {
  const [a, b] = [piecesOf(first), piecesOf(second)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    { kind: "both", text: a.slice(0, start).join("") },
    ...legible(joined(middle)),
    { kind: "both", text: a.slice(a.length - end).join("") },
  ]);
}

/** Numbers and Latin words whole, all else sign by sign. */
function piecesOf(text: string): string[] {
  return text.match(/\d[\d,.]*%?|[a-z]+|./gisu) ?? [];
}

/** The longest common run of pieces, and what stands between. */
function between(a: readonly string[], b: readonly string[]): Stretch[] {
  const width = b.length + 1;
  if ((a.length + 1) * width > MOST_CELLS) return changed(a, b);
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      stretches.push({ kind: "both", text: a[i++]! });
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) {
      stretches.push({ kind: "first", text: a[i++]! });
    } else {
      stretches.push({ kind: "second", text: b[j++]! });
    }
  }
  return [...stretches, ...changed(a.slice(i), b.slice(j))];
}

function changed(a: readonly string[], b: readonly string[]): Stretch[] {
  return [
    { kind: "first", text: a.join("") },
    { kind: "second", text: b.join("") },
  ];
}

/** Neighbours of one kind as one; between two common stretches, the first text's before the second's. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  let run = { first: "", second: "" };
  const close = () => {
    for (const kind of ["first", "second"] as const) {
      if (run[kind] !== "") whole.push({ kind, text: run[kind] });
    }
    run = { first: "", second: "" };
  };
  for (const { kind, text } of stretches) {
    if (text === "") continue;
    if (kind !== "both") {
      run[kind] += text;
      continue;
    }
    close();
    const last = whole.at(-1);
    if (last?.kind === "both") whole[whole.length - 1] = { kind, text: last.text + text };
    else whole.push({ kind, text });
  }
  close();
  return whole;
}

/** A single sign that two changes have in common says nothing: it counts as changed in both. */
function legible(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((stretch, i): Stretch[] => {
    const isAlone =
      stretch.kind === "both" && stretch.text.length === 1 && i > 0 && i < stretches.length - 1;
    if (!isAlone) return [stretch];
    return [
      { kind: "first", text: stretch.text },
      { kind: "second", text: stretch.text },
    ];
  });
}
