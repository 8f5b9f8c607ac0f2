import { parentPort } from 'node:worker_threads';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfFound } from './file-content.rules.ts';

/** Beyond this nothing is read: what identifies a patient stands on the first pages, if anywhere. */
const pagesAtMost = 200;
const lettersAtMost = 400_000;
/** Names by which a document starts something, where they are not packed. */
const starts = /\/(?:JavaScript|Launch|RichMedia|SubmitForm|ImportData)\b/;

const nothing: PdfFound = { isLocked: false, isBroken: false, startsProgram: false, holdsFiles: false, text: '' };

const read = async (bytes: Uint8Array): Promise<PdfFound> => {
  const startsPlainly = starts.test(Buffer.from(bytes).toString('latin1'));
  const loading = getDocument({
    data: bytes,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await loading.promise;
    const hasProgram = (await pdf.hasJSActions()) || (await pdf.getJSActions()) !== null;
    const files: unknown = await pdf.getAttachments();
    let text = '';
    let startsOnPage = false;
    for (let number = 1; number <= Math.min(pdf.numPages, pagesAtMost) && text.length < lettersAtMost; number += 1) {
      const page = await pdf.getPage(number);
      startsOnPage ||= (await page.getJSActions()) !== null;
      const { items } = await page.getTextContent();
      text += `${items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(' ')}\n`;
      page.cleanup();
    }
    return {
      ...nothing,
      startsProgram: startsPlainly || hasProgram || startsOnPage,
      holdsFiles: files !== null && files !== undefined,
      text: text.slice(0, lettersAtMost),
    };
  } catch (error) {
    return error instanceof PasswordException ? { ...nothing, isLocked: true } : { ...nothing, isBroken: true };
  } finally {
    await loading.destroy();
  }
};

parentPort?.once('message', (bytes: Uint8Array) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void read(bytes).then((found) => parentPort?.postMessage(found));
});
