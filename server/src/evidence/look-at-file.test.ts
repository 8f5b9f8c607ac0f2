import { describe, expect, it } from 'vitest';
import { archive, cameraNotes, jpegOf, pdfOf, pngOf } from './files.fixture.ts';
import { lookAtFile } from './look-at-file.ts';

const rulesOf = async (bytes: Buffer, name: string) => {
  const looked = await lookAtFile(bytes, name);
  return 'refused' in looked
    ? looked.refused.map(({ rule }) => rule)
    : { kind: looked.kind, warnings: looked.warnings };
};
const together = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

describe('a picture', () => {
  it('is kept without what the camera noted, and the right way up', async () => {
    const photo = jpegOf(cameraNotes(6), [0xfe, Buffer.from('a comment')]);
    const looked = await lookAtFile(photo, 'photo.jpg');
    if ('refused' in looked) throw new Error(JSON.stringify(looked.refused));
    expect(looked).toMatchObject({ kind: 'JPEG', warnings: ['CANNOT_BE_READ'] });
    expect(looked.content.includes('GPS')).toBe(false);
    expect(looked.content.includes('a comment')).toBe(false);
    expect(looked.content.includes(Buffer.from('0112000300000001000600', 'hex'))).toBe(true);
    // what is kept is a picture again, and nothing more is taken from it
    const again = await lookAtFile(looked.content, 'photo.jpg');
    expect('content' in again && again.content.equals(looked.content)).toBe(true);
    expect(jpegOf().equals(((await lookAtFile(jpegOf(), 'photo.jpg')) as { content: Buffer }).content)).toBe(true);
  });
  it('loses its words, if it was copied from a screen', async () => {
    const looked = await lookAtFile(pngOf(['tEXt', 'Comment\0somebody']), 'screen.png');
    expect('content' in looked && looked.content.equals(pngOf())).toBe(true);
  });
  it.each<[string, Buffer, string, string]>([
    ['with an archive behind it', together(jpegOf(), archive), 'photo.jpg', 'ONE_KIND_OF_CONTENT'],
    ['with an archive behind it, as a PNG', together(pngOf(), archive), 'screen.png', 'ONE_KIND_OF_CONTENT'],
    [
      'with a page in its comment',
      jpegOf([0xfe, Buffer.from('<script>alert(1)</script>')]),
      'photo.jpg',
      'ONE_KIND_OF_CONTENT',
    ],
    ['with PHP in its words', pngOf(['tEXt', 'Comment\0<?php system(1);']), 'screen.png', 'ONE_KIND_OF_CONTENT'],
    ['that is a PDF too', jpegOf([0xfe, Buffer.from('%PDF-1.7 1 0 obj')]), 'photo.jpg', 'ONE_KIND_OF_CONTENT'],
    ['with a program behind it', together(jpegOf(), '\x7FELF\x02\x01'), 'photo.jpg', 'ONE_KIND_OF_CONTENT'],
    ['cut off', jpegOf().subarray(0, 120), 'photo.jpg', 'FILE_IS_WHOLE'],
    ['cut off, as a PNG', pngOf().subarray(0, 50), 'screen.png', 'FILE_IS_WHOLE'],
    ['that is none', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), 'photo.jpg', 'KIND_BY_CONTENT'],
    [
      'that is drawn by a text',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'photo.svg',
      'KIND_BY_CONTENT',
    ],
    ['that is a program', Buffer.from('MZ\x90\0\x03\0\0\0'), 'photo.jpg', 'KIND_BY_CONTENT'],
  ])('%s is refused', async (_words, bytes, name, rule) => {
    expect(await rulesOf(bytes, name)).toEqual([rule]);
  });
  it('whose length is cut anywhere never breaks the reader', async () => {
    const photo = jpegOf(cameraNotes(3));
    for (let length = 4; length < photo.length; length += 7)
      expect(await lookAtFile(photo.subarray(0, length), 'photo.jpg')).toHaveProperty('refused');
  });
});

describe('a PDF', () => {
  it('is read, and says what looks like a patient', async () => {
    expect(await rulesOf(pdfOf(['Certificate', 'Given on 12/03/2026']), 'certificate.pdf')).toEqual({
      kind: 'PDF',
      warnings: [],
    });
    expect(await rulesOf(pdfOf(['NHS No. 943 476 5919', 'DOB: 12/03/1961']), 'certificate.pdf')).toEqual({
      kind: 'PDF',
      warnings: ['NHS_NUMBER_IN_TEXT', 'DATE_OF_BIRTH_IN_TEXT'],
    });
    const opensAtAPage = pdfOf(['Certificate'], { catalogue: '/OpenAction [3 0 R /Fit]' });
    expect(await rulesOf(opensAtAPage, 'certificate.pdf')).toEqual({ kind: 'PDF', warnings: [] });
    expect(await rulesOf(pdfOf([]), 'scan.pdf')).toEqual({ kind: 'PDF', warnings: ['CANNOT_BE_READ'] });
  });
  it.each<[string, Buffer, string]>([
    [
      'that starts a program',
      pdfOf(['Hello'], { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
      'PDF_HOLDS_PAGES_ALONE',
    ],
    [
      'with a file inside',
      pdfOf(['Hello'], {
        catalogue: '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
        objects: [
          '<< /Type /Filespec /F (a.exe) /UF (a.exe) /EF << /F 7 0 R >> >>',
          '<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream',
        ],
      }),
      'PDF_HOLDS_PAGES_ALONE',
    ],
    ['with an archive behind it', together(pdfOf(['Hello']), archive), 'ONE_KIND_OF_CONTENT'],
    [
      'that is a page too',
      together('%PDF-1.7\n<html><script>1</script>\n', pdfOf(['Hello']).subarray(9)),
      'ONE_KIND_OF_CONTENT',
    ],
    ['that ends too soon', pdfOf(['Hello']).subarray(0, 300), 'FILE_IS_WHOLE'],
    ['of which nothing can be read', together('%PDF-1.7\n', Buffer.alloc(200, 7), '\n%%EOF\n'), 'FILE_IS_WHOLE'],
  ])('%s is refused', async (_words, bytes, rule) => {
    expect(await rulesOf(bytes, 'certificate.pdf')).toEqual([rule]);
  });
});
