import { DAMAGED, Refusal } from "./unreadable.ts";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const LONGEST_END = 22 + 0xffff;
const SATURATED = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** Inflated, a file may take no more than this: far beyond any budget, and within memory. */
const LIMIT = 200 * 2 ** 20;
const BOMB =
  "解压后超过 200 MB，不予读取（the archive unpacks to more than 200 MB: it is not read）";
const LOCKED = "文件有密码，请先解除密码（protected by a password: remove it first）";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** A ZIP archive whose parts are inflated on demand, never beyond a bound on their sum. */
export interface Zip {
  readonly names: readonly string[];
  /** Refuses parts of more than 200 MB together, by what they declare and by what they hold. */
  read(wanted: (name: string) => boolean): Promise<Map<string, Uint8Array<ArrayBuffer>>>;
}

/** Opens a ZIP archive by its directory. Refuses one that is cut off. */
export function openZip(bytes: Uint8Array): Zip {
  const entries = entriesOf(bytes);
  return {
    names: entries.map(({ name }) => name),
    async read(wanted) {
      const found = entries.filter(({ name }) => wanted(name));
      if (found.some(({ encrypted }) => encrypted)) throw new Refusal(LOCKED);
      if (found.reduce((sum, { size }) => sum + size, 0) > LIMIT) throw new Refusal(BOMB);
      const parts = new Map<string, Uint8Array<ArrayBuffer>>();
      let room = LIMIT;
      for (const entry of found) {
        const part = await inflate(contentOf(bytes, entry), entry, room);
        room -= part.length;
        parts.set(entry.name, part);
      }
      return parts;
    },
  };
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const entries: Entry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    const count = view.getUint16(end + 10, true);
    while (entries.length < count && view.getUint32(at, true) === ENTRY) {
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      entries.push({
        // Some producers write the separators of Windows.
        name: name.replaceAll("\\", "/"),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        ...sizesOf(view, at, at + 46 + nameLength, extraLength),
      });
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
  } catch {
    // A read beyond the end of the file.
    throw new Refusal(DAMAGED);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - LONGEST_END);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Refusal(DAMAGED);
}

/** Sizes and offset of an entry; those that do not fit into 32 bits stand in its ZIP64 field. */
function sizesOf(
  view: DataView,
  entry: number,
  extra: number,
  extraLength: number,
): Pick<Entry, "compressed" | "size" | "offset"> {
  let at = extra;
  while (at + 4 <= extra + extraLength && view.getUint16(at, true) !== 1) {
    at += 4 + view.getUint16(at + 2, true);
  }
  at += 4;
  const [size, compressed, offset] = [24, 20, 42].map((field) => {
    const value = view.getUint32(entry + field, true);
    if (value !== SATURATED || at + 8 > extra + extraLength) return value;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  });
  return { size: size!, compressed: compressed!, offset: offset! };
}

/** The bytes behind the local header, whose own sizes may be blank. */
function contentOf(bytes: Uint8Array, { offset, compressed }: Entry) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length) throw new Refusal(DAMAGED);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressed > bytes.length) throw new Refusal(DAMAGED);
  return new Uint8Array(bytes.subarray(start, start + compressed));
}

async function inflate(
  content: Uint8Array<ArrayBuffer>,
  { method }: Entry,
  room: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (method === STORED) return content;
  if (method !== DEFLATED) throw new Refusal(DAMAGED);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  while (length <= room) {
    const { value } = await reader.read().catch(() => {
      throw new Refusal(DAMAGED);
    });
    if (!value) return concat(chunks, length);
    length += value.length;
    chunks.push(value);
  }
  // What the archive declares was a lie.
  await reader.cancel();
  throw new Refusal(BOMB);
}

function concat(chunks: readonly Uint8Array<ArrayBuffer>[], length: number) {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
