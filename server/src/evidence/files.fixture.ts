import { deflateSync } from 'node:zlib';

/** One part of a PNG; its check sum is not looked at. */
const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
};

/** A picture of one grey dot, with parts put in before its end. */
export const pngOf = (...parts: readonly (readonly [name: string, data: string])[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    ...parts.map(([name, data]) => chunk(name, Buffer.from(data, 'latin1'))),
    chunk('IDAT', deflateSync(Buffer.from([0, 127]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** What a camera notes: how it was held, and where. */
export const cameraNotes = (orientation: number): readonly [number, Buffer] => [
  0xe1,
  Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    Buffer.from(`49492a0008000000010012010300010000000${orientation}000000 00000000`.replaceAll(' ', ''), 'hex'),
    Buffer.from('GPS 51.5 N 0.1 W', 'latin1'),
  ]),
];

/** A small picture as far as its structure goes, with segments put in after its beginning. */
export const jpegOf = (...segments: readonly (readonly [marker: number, data: Buffer])[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...segments.map(([marker, data]) => segment(marker, data)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from('0800010001010111 00'.replaceAll(' ', ''), 'hex')),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.from('0101000 03f00'.replaceAll(' ', ''), 'hex')),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);

/** A PDF of one page with these lines, and more objects or entries of its catalogue where a test wants them. */
export const pdfOf = (
  lines: readonly string[],
  { catalogue = '', objects = [] }: { readonly catalogue?: string; readonly objects?: readonly string[] } = {},
): Buffer => {
  const drawn = `BT /F1 12 Tf 50 700 Td 16 TL ${lines.map((line) => `(${line.replaceAll(/[()\\]/g, String.raw`\$&`)}) Tj T*`).join(' ')} ET`;
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const places = bodies.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
};

/** The end of an archive, which programs that read archives look for. */
export const archive = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.alloc(40),
  Buffer.from('PK\x05\x06', 'latin1'),
  Buffer.alloc(18),
]);
