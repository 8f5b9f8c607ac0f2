import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate, inWords } from '../kernel/calendar-date.ts';
import { packDocumentOf, type Block } from './pack-document.rules.ts';
import { sayMinutes } from './pack-findings.rules.ts';
import { htmlOf } from './pack-html.ts';
import { jsonOf } from './pack-json.ts';
import { pdfOf } from './pack-pdf.ts';
import type { Pack } from './pack-record.rules.ts';
import { bill, counterSignatory, entry, factsWith, paper, run, supervisor, today } from './pack.fixture.ts';
import { packOf } from './pack.rules.ts';

/** Names from Wales and Poland, signs that HTML would take for its own, and enough days for several pages. */
const pack = packOf(
  factsWith({
    name: 'Ŵyn Żółć-Ẅeld',
    preferredName: 'Ŷ <b>&"Ł"',
    entries: [
      ...run('2026-03-01', 31, 'SUPERVISED'),
      ...run('2026-06-01', 8, 'FORMAL'),
      ...run('2026-07-01', 17, 'PRIVATE'),
      entry(calendarDate('2025-11-01'), 'FORMAL', { note: null }),
    ],
    supervisors: [
      { ...supervisor, name: 'Łucja Ďáblice', registered: [{ from: calendarDate('2024-01-01'), until: null }] },
    ],
    counterSignatory: { ...counterSignatory, displayName: 'Siân Ỳstwyth', isSupervisor: true },
    documents: [paper({ certifierName: 'Zażółć Gęślą', certifiedOn: null }), bill()],
  }),
  today,
);
const plain = packDocumentOf(pack);
const html = htmlOf(plain);
const json = JSON.parse(jsonOf(pack)) as Pack & { format: string; formatVersion: number };

const squeezed = (text: string): string => text.replace(/\s+/g, '');
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const textOfHtml = squeezed(unescaped(html.replace(/^[\s\S]*<main>/, '').replace(/<[^>]+>/g, ' ')));
const stringsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [block.caption, ...block.columns.map(({ heading }) => heading), ...block.rows.flat()];
  }
};

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}
const allOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(allOf)];
interface Item {
  readonly str?: string;
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string | null;
}

interface ReadPage {
  readonly items: readonly Item[];
  readonly nodes: readonly Node[];
}
let pages: readonly ReadPage[];
let meta: { readonly title: string; readonly language: string; readonly xml: string; readonly isMarked: boolean };
let outline: readonly { readonly title: string; readonly items: readonly unknown[] }[];
let fonts: string;

beforeAll(async () => {
  const bytes = await pdfOf(plain, new Date('2026-11-20T12:00:00Z'));
  fonts = bytes.toString('latin1');
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const { info, metadata } = await pdf.getMetadata();
  meta = {
    title: (info as { Title: string }).Title,
    language: (info as { Language: string }).Language,
    xml: String(metadata?.getRaw()),
    isMarked: fonts.includes('/Marked true'),
  };
  outline = await pdf.getOutline();
  pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_page, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      return { items, nodes: allOf(await page.getStructTree()) };
    }),
  );
  await task.destroy();
});

/** Text by the marked content that it stands in; null where it stands in none of the structure. */
const marked = ({ items }: ReadPage): (readonly [string | null, string])[] => {
  const stack: (Item | null)[] = [];
  return items.flatMap((item): (readonly [string | null, string])[] => {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') stack.push(item);
    else if (item.type === 'endMarkedContent') stack.pop();
    else if (item.str?.trim()) {
      const within = stack.findLast((one) => one !== null);
      return [[within?.tag === 'Artifact' ? 'Artifact' : (within?.id ?? null), item.str]];
    }
    return [];
  });
};

describe('the PDF', () => {
  it('says what the record says, word by word and in the same order', () => {
    const text = squeezed(
      pages
        .flatMap((page) => marked(page).flatMap(([id, str]) => (id === 'Artifact' ? [] : [str])))
        .join('')
        .replaceAll('•', ''),
    );
    expect(text).toBe(squeezed(plain.blocks.flatMap(stringsOf).join('')));
    expect(text).toContain('ŴynŻółć-Ẅeld');
  });
  it('has every text within an element of the structure, or marks it as decoration', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const ids = new Set(page.nodes.flatMap(({ type, id }) => (type === 'content' && id ? [id] : [])));
      for (const [id, str] of marked(page)) expect(id === 'Artifact' || ids.has(id ?? ''), str).toBe(true);
    }
  });
  it('has headings that follow each other level by level', () => {
    const levels = pages.flatMap(({ nodes }) =>
      nodes.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : [])),
    );
    expect(levels).toEqual(plain.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])));
    expect(levels[0]).toBe(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    });
  });
  it('has tables whose rows and columns have headers', () => {
    const tables = plain.blocks.filter((block) => block.kind === 'table');
    const nodes = pages.flatMap((page) => page.nodes);
    // a table that goes on over a page is told of on both; what a cell says, on its own page alone
    const hasContent = ({ children = [] }: Node): boolean => children.some(({ type }) => type === 'content');
    const count = (role: string) => nodes.filter((node) => node.role === role && hasContent(node)).length;
    expect(count('Caption')).toBe(tables.length);
    const headers = tables.reduce((all, { columns, rows }) => all + columns.length + rows.length, 0);
    expect(count('TH')).toBe(headers);
    expect(count('TD')).toBe(tables.reduce((all, { columns, rows }) => all + (columns.length - 1) * rows.length, 0));
    expect(fonts.match(/\/Scope \/Column/g)).toHaveLength(tables.reduce((all, { columns }) => all + columns.length, 0));
    expect(fonts.match(/\/Scope \/Row/g)).toHaveLength(tables.reduce((all, { rows }) => all + rows.length, 0));
  });
  it('has a title, a language, bookmarks, and says that it is for everybody', () => {
    expect(meta).toMatchObject({ title: plain.title, language: 'en-GB', isMarked: true });
    expect(meta.xml).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(fonts).toMatch(/\/DisplayDocTitle true/);
    const titles = (items: typeof outline): string[] =>
      items.flatMap(({ title, items: below }) => [title, ...titles(below as typeof outline)]);
    expect(titles(outline)).toEqual(plain.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])));
    expect(outline).toHaveLength(1);
  });
  it('brings its own letters along', () => {
    expect(fonts.match(/\/FontFile2/g)?.length).toBeGreaterThan(0);
    expect(fonts).not.toContain('/Helvetica');
  });
});

describe('the HTML twin', () => {
  it('says the same, in the same order', () =>
    expect(textOfHtml).toBe(squeezed(plain.blocks.flatMap(stringsOf).join(''))));
  it('has a language, a title, one first heading, headers for each table, and loads nothing', () => {
    expect(html).toContain('<html lang="en-GB">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(html).not.toContain('<b>');
  });
});

describe('the JSON', () => {
  it('names its format', () => expect(json).toMatchObject({ format: 'return-to-practice-pack', formatVersion: 1 }));
  it('holds the pack as it is, and the same again for the same record', () => {
    const { format: _format, formatVersion: _version, ...rest } = json;
    expect(rest).toEqual(pack);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(hash(jsonOf(pack))).toBe(hash(jsonOf(structuredClone(pack))));
  });
  it('holds the values that the pages show', () => {
    const { cover } = json;
    if (!cover?.counterSignature) throw new Error('The fixture has a counter-signatory.');
    const days = [...json.supervised.flatMap((one) => one.days), ...json.formal, ...json.private];
    const shown = [
      json.name,
      json.preferredName ?? '',
      json.hcpcNumber ?? '',
      json.fieldOfPractice,
      inWords(json.applicationOn),
      sayMinutes(cover.totalMinutes),
      cover.counterSignature.name,
      cover.counterSignature.hcpcNumber,
      ...cover.kinds.map(({ minutes }) => sayMinutes(minutes)),
      ...json.supervised.flatMap((one) => [
        one.supervisorName ?? '',
        one.siteName ?? '',
        ...one.checks.map(({ message }) => message),
      ]),
      ...days.flatMap((one) => [inWords(one.on), sayMinutes(one.minutes), inWords(one.countsUntil)]),
      ...json.leftOut.flatMap(({ on, explanation }) => [inWords(on), explanation]),
      ...json.expiries.map(({ dropsOutOn }) => inWords(dropsOutOn)),
      ...json.documents.flatMap((one) => [one.certifierName ?? '', ...one.checks.map(({ message }) => message)]),
      ...json.findings.map(({ sentence }) => sentence),
      ...json.declarations.flatMap(({ title, link }) => [title, link.url]),
    ];
    expect(shown.length).toBeGreaterThan(150);
    for (const value of shown) expect(textOfHtml).toContain(squeezed(value));
  });
});
