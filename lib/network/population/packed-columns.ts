/** What a column of numbers is kept as. */
const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type Kind = keyof typeof kinds;
type Column<K extends Kind> = InstanceType<(typeof kinds)[K]>;

export type ColumnKinds = Readonly<Record<string, Kind>>;
export type Columns<C extends ColumnKinds> = { readonly [N in keyof C]: Column<C[N]> };

/**
 * A version byte, a header as JSON and columns of numbers, one after the other in the order of `layout`. Everything that a later
 * version of the code must read again names codes in the header; numbers in columns point into them.
 */
export function packColumns<C extends ColumnKinds>(
  version: number,
  header: object,
  layout: C,
  columns: Columns<C>,
): Uint8Array {
  const names: (keyof C)[] = Object.keys(layout);
  const lengths = names.map((name) => columns[name].length);
  const head = new TextEncoder().encode(JSON.stringify({ ...header, lengths }));
  const bodies = names.map((name) => {
    const { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT } = columns[name];
    return inOrder(new Uint8Array(buffer, byteOffset, byteLength).slice(), BYTES_PER_ELEMENT);
  });
  const size = bodies.reduce((sum, body) => sum + body.length, 5 + head.length);
  const packed = new Uint8Array(size);
  packed[0] = version;
  new DataView(packed.buffer).setUint32(1, head.length, true);
  packed.set(head, 5);
  let at = 5 + head.length;
  for (const body of bodies) {
    packed.set(body, at);
    at += body.length;
  }
  return packed;
}

/** The header and columns again. Throws RangeError for another version or bytes that are cut short. */
export function unpackColumns<C extends ColumnKinds>(
  version: number,
  layout: C,
  packed: Uint8Array,
): { readonly header: unknown; readonly columns: Columns<C> } {
  if (packed[0] !== version) {
    throw new RangeError(`Packed rows of version ${packed[0]} cannot be read, only ${version}.`);
  }
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const start = 5 + view.getUint32(1, true);
  const header: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(5, start)));
  const lengths = lengthsIn(header);
  let at = start;
  const entries = Object.entries(layout).map(([name, kind], i) => {
    const width = kinds[kind].BYTES_PER_ELEMENT;
    const bytes = (lengths[i] ?? 0) * width;
    if (at + bytes > packed.byteLength) throw new RangeError("Packed rows are cut short.");
    // A copy, because a column must begin at a multiple of its width (and a Buffer's own slice is none).
    const body = inOrder(new Uint8Array(packed.subarray(at, at + bytes)), width);
    at += bytes;
    return [name, readColumn(kind, body)];
  });
  return { header, columns: Object.fromEntries(entries) };
}

function readColumn(kind: Kind, { buffer }: Uint8Array<ArrayBuffer>) {
  switch (kind) {
    case "u8":
      return new Uint8Array(buffer);
    case "u16":
      return new Uint16Array(buffer);
    case "u32":
      return new Uint32Array(buffer);
    case "f64":
      return new Float64Array(buffer);
  }
}

function lengthsIn(header: unknown): readonly number[] {
  if (typeof header === "object" && header !== null && "lengths" in header) {
    if (Array.isArray(header.lengths)) return header.lengths;
  }
  throw new RangeError("Packed rows have no lengths.");
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Bytes of numbers with the lowest byte of each first, on every machine: written and read alike. */
function inOrder<T extends Uint8Array>(bytes: T, width: number): T {
  if (isLittleEndian || width === 1) return bytes;
  for (let at = 0; at < bytes.length; at += width) bytes.subarray(at, at + width).reverse();
  return bytes;
}
