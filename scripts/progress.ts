/** Tells how far a run is. */
export interface Progress {
  step(): void;
  end(): void;
}

const BAR = 24;
/** Milliseconds between two tellings: a terminal's line is redrawn, a log gets a line. */
const EVERY = { terminal: 100, log: 10_000 };

/**
 * Starts to tell of a run over `total` files: a bar with rate and time left on a terminal, a line
 * now and then elsewhere, nothing for a run that ends within the first of them.
 *
 * @param out standard error by default, so that what a run prints stays clean
 */
export function startProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now();
  const every = out.isTTY ? EVERY.terminal : EVERY.log;
  let done = 0;
  let told = start;
  return {
    step() {
      done++;
      const now = performance.now();
      if (now - told < every) return;
      told = now;
      const line = progressLine(done, total, (now - start) / 1000);
      out.write(out.isTTY ? `\r\u001b[2K${bar(done / total)} ${line}` : `${line}\n`);
    },
    end() {
      if (out.isTTY && told > start) out.write("\r\u001b[2K");
    },
  };
}

/** “1,200 of 5,000 files (24%), 410/s, 9 s left” */
export function progressLine(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const left = Math.ceil((total - done) / rate);
  const number = (value: number) => Math.round(value).toLocaleString("en-US");
  const time = left < 90 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `${number(done)} of ${number(total)} files (${Math.floor((done / total) * 100)}%), ${number(rate)}/s, ${time} left`;
}

function bar(share: number): string {
  const full = Math.round(share * BAR);
  return "█".repeat(full) + "░".repeat(BAR - full);
}
