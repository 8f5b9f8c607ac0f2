import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** What the pack says as data, as far as the journeys look into it. */
export interface PackInJson {
  readonly name: string;
  readonly hcpcNumber: string;
  readonly isReady: boolean;
  readonly cover: {
    readonly totalMinutes: number;
    readonly counterSignature: { readonly name: string; readonly hcpcNumber: string; readonly state: string };
  };
  readonly supervised: readonly {
    readonly supervisorName: string;
    readonly siteName: string;
    readonly signedMinutes: number;
    readonly days: readonly PackDayInJson[];
  }[];
  readonly formal: readonly PackDayInJson[];
  readonly private: readonly PackDayInJson[];
  readonly documents: readonly { readonly certifierName: string }[];
  readonly declarations: readonly { readonly title: string }[];
}
/** A declared day of the pack. */
export interface PackDayInJson {
  readonly on: string;
  readonly minutes: number;
  readonly activity: string | null;
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The text of a PDF without its running lines and bullets, every white space left out. */
async function textOfPdf(bytes: Uint8Array): Promise<string> {
  // it is large and warns that it cannot draw: only whoever reads a PDF needs it
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const said: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    // what decorates is marked as such
    const isDecoration: boolean[] = [];
    for (const item of items)
      if ('str' in item) said.push(isDecoration.includes(true) ? '' : item.str);
      else if (item.type === 'endMarkedContent') isDecoration.pop();
      else isDecoration.push('tag' in item && item.tag === 'Artifact');
  }
  await task.destroy();
  return squeezed(said.join('').replaceAll('•', ''));
}

/** Downloads the pack in its three forms from the page where it is offered, by the links there. */
export async function downloadPack(page: Page): Promise<{ pdf: string; html: string; json: PackInJson }> {
  const bytesOf = async (link: string, name: RegExp): Promise<Buffer> => {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(name);
    return readFile(await download.path());
  };
  const pdf = await bytesOf('PDF, to send or print', /\.pdf$/);
  const html = await bytesOf('Web page, to read or print', /\.html$/);
  const json = await bytesOf('Data (JSON)', /\.json$/);
  // a browser reads the page, and runs nothing of it
  const textOfHtml = await page.evaluate(
    (source) => new DOMParser().parseFromString(source, 'text/html').querySelector('main')?.textContent ?? '',
    html.toString('utf8'),
  );
  return {
    pdf: await textOfPdf(new Uint8Array(pdf)),
    html: squeezed(textOfHtml),
    json: JSON.parse(json.toString('utf8')) as PackInJson,
  };
}

/** Whether a text without white space says something. */
export const says = (text: string, what: string): boolean => text.includes(squeezed(what));
