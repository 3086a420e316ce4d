/** The entries of a .zip or .docx. What is not changed is carried over as it is packed, so that it stays byte for byte. */
import { deflateSync, inflateSync } from "fflate";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8 = 0x800;
const NEW_YEAR_1980 = 0x00210000; // date and time of MS-DOS: no date of today in a file
const MOST = 5e7; // bytes that no part of an honest document reaches

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
const checksum = (bytes) => ~bytes.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The entries by name. Throws a RangeError when the bytes are no .zip, or a cut one. */
export function unzip(bytes) {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== END) end -= 1;
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("entry");
    const [method, crc, packedSize, size] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameSize, extra, comment, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.set(name, { method, crc, size, packed: bytes.subarray(start, start + packedSize) });
    at += 46 + nameSize + extra + comment;
  }
  return entries;
}

/** The bytes of an entry. */
export function unpack({ method, size, packed }) {
  if (size > MOST) throw new RangeError("size");
  return method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(size) });
}

/** An entry that holds bytes; those that are packed already are not packed again. */
export function entryOf(bytes, { isPacked = false } = {}) {
  return { method: isPacked ? 0 : 8, crc: checksum(bytes), size: bytes.length, packed: isPacked ? bytes : deflateSync(bytes) };
}

/** A .zip of entries by name. */
export function zip(entries) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const [name, entry] of entries) {
    const encoded = new TextEncoder().encode(name);
    const head = header(LOCAL, 30, entry, encoded, 4);
    pieces.push(head, encoded, entry.packed);
    const listed = header(ENTRY, 46, entry, encoded, 6);
    viewOf(listed).setUint32(42, offset, true);
    directory.push(listed, encoded);
    offset += head.length + encoded.length + entry.packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = viewOf(new Uint8Array(22));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.size, true);
  end.setUint16(10, entries.size, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joined([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

/** What both headers of an entry say; in the directory's it begins two bytes later. */
function header(signature, length, { method, crc, size, packed }, name, from) {
  const view = viewOf(new Uint8Array(length));
  view.setUint32(0, signature, true);
  view.setUint16(4, 20, true);
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, UTF8, true);
  view.setUint16(from + 4, method, true);
  view.setUint32(from + 6, NEW_YEAR_1980, true);
  view.setUint32(from + 10, crc, true);
  view.setUint32(from + 14, packed.length, true);
  view.setUint32(from + 18, size, true);
  view.setUint16(from + 22, name.length, true);
  return new Uint8Array(view.buffer);
}

function joined(pieces) {
  const made = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => {
    made.set(piece, at);
    return at + piece.length;
  }, 0);
  return made;
}
