import { crc32, inflateRawSync } from 'node:zlib';
import { fileFault } from './file-fault.ts';
import { entriesAtMost, unpackedBytesAtMost, unpackedTimesAtMost } from './limits.ts';

const damaged = () =>
  fileFault(
    'This workbook is damaged.',
    'Open it in your spreadsheet, save it again, and choose the new file.',
    'FILE_KIND',
  );
const tooLarge = () =>
  fileFault(
    'This workbook unpacks to far more than its size.',
    'Copy the rows into a new, empty workbook, and choose that.',
    'UNPACKED_SIZE',
  );

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The list at the end of an archive. Comments of the archive may stand behind it. */
const findEnd = (zip: Buffer): number => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === END) return at;
  throw damaged();
};

/** Reads beyond the end mean that the archive is not what it says. */
const orDamaged = <Read>(read: () => Read): Read => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError && !('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')) throw damaged();
    throw error;
  }
};

const unpack = (packed: Buffer, method: number, room: number): Buffer => {
  if (method === 0) return packed;
  if (method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: room });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged();
  }
};

/**
 * What an archive holds, by name. Nothing that it says of itself is believed: each entry is unpacked into the room that is left,
 * so that a small file cannot grow without bound.
 */
export const openZip = (zip: Buffer): ReadonlyMap<string, Buffer> =>
  orDamaged(() => {
    const end = findEnd(zip);
    const count = zip.readUInt16LE(end + 10);
    if (count > entriesAtMost) throw tooLarge();
    const room = Math.min(unpackedBytesAtMost, zip.length * unpackedTimesAtMost);
    const entries = new Map<string, Buffer>();
    let at = zip.readUInt32LE(end + 16);
    let left = room;
    for (let index = 0; index < count; index += 1) {
      if (zip.readUInt32LE(at) !== ENTRY) throw damaged();
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
      const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
      const local = zip.readUInt32LE(at + 42);
      if (zip.readUInt32LE(local) !== LOCAL) throw damaged();
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      const content = unpack(packed, zip.readUInt16LE(at + 10), left + 1);
      left -= content.length;
      if (left < 0) throw tooLarge();
      entries.set(name, content);
      at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return entries;
  });

/** The same entries in an archive of our own making, unpacked: whoever reads it finds what was looked at, and nothing else. */
export const closeZip = (entries: ReadonlyMap<string, Buffer>): Buffer => {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const bytes = Buffer.from(name, 'utf8');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(bytes.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    parts.push(local, shared, bytes, content);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(ENTRY);
    entry.writeUInt16LE(20, 4);
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    list.push(entry, bytes);
    offset += 30 + bytes.length + content.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
};
