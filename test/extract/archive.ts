import { deflateRawSync } from "node:zlib";

/** A part of an archive: its name, its content, and the size that it claims if not the true one. */
type Part = readonly [name: string, content: Uint8Array, declared?: number | undefined];

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A ZIP archive of these parts, well formed but for sizes that are made up. */
export function archive(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content, declared = content.length] of parts) {
    const title = utf8(name);
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(offset, 42);
    for (const [header, at] of [
      [local, 8],
      [entry, 10],
    ] as const) {
      header.writeUInt16LE(8, at);
      header.writeUInt32LE(packed.length, at + 10);
      header.writeUInt32LE(declared, at + 14);
      header.writeUInt16LE(title.length, at + 18);
    }
    files.push(local, Buffer.from(title), packed);
    directory.push(entry, Buffer.from(title));
    offset += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}
