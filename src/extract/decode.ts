/** Encodings that Chinese governments publish in. */

/** One broken character in so many is a slip; more, and the bytes are no text. */
const BROKEN_ONE_IN = 200;

/**
 * Decodes text in UTF-8, UTF-16 (with a byte order mark) or GB18030, the encodings that Chinese
 * governments publish in. Undefined where the bytes are no text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode("utf-16be", bytes);
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  const text = tryDecode("utf-8", bytes) ?? tryDecode("gb18030", bytes) ?? leastBroken(bytes);
  return text !== undefined && isText(text) ? text : undefined;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // `fatal` makes bytes that are not of this encoding throw: the answer is “not this one”.
    return undefined;
  }
}

/** Text with a few broken characters, as a cut or a bad copy leaves them; they become “\ufffd”. */
function leastBroken(bytes: Uint8Array): string | undefined {
  const readings = ["utf-8", "gb18030"].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, broken: text.split("\ufffd").length - 1 };
  });
  const best = readings.reduce((a, b) => (b.broken < a.broken ? b : a));
  return best.broken * BROKEN_ONE_IN <= best.text.length ? best.text : undefined;
}

/** Whether a decoded text holds next to no control characters. */
function isText(text: string): boolean {
  const sample = text.slice(0, 4096);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/gu)?.length ?? 0;
  return controls <= sample.length / 100;
}

/**
 * Decodes a web page: by its mark or as UTF-8 where that fits, else by the encoding that it
 * declares, else as GB18030; a page with a few broken characters is not lost.
 */
export function decodePage(bytes: Uint8Array, declared = declaredIn(bytes)): string {
  const text = hasMark(bytes) ? decode(bytes) : tryDecode("utf-8", bytes);
  if (text !== undefined) return text;
  const encoding = isEncoding(declared) ? declared : "gb18030";
  return (
    tryDecode(encoding, bytes) ??
    tryDecode("gb18030", bytes) ??
    new TextDecoder(encoding).decode(bytes)
  );
}

/** What the page's `<meta charset>` says. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
}

function hasMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isEncoding(label: string | undefined): label is string {
  try {
    return label !== undefined && new TextDecoder(label).encoding !== "";
  } catch {
    // A label that no browser knows.
    return false;
  }
}
