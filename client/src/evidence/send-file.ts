import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Sent } from '../ui/useSending.ts';

/** A photo above this many bytes is made smaller first: a phone's network is slow, and a certificate needs no more. */
const largePhoto = 1.5 * 1024 * 1024;
const longestSide = 2_600;

const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.85);
  });

/** The photo as it is sent: a large one smaller, anything else as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= largePhoto || typeof createImageBitmap === 'undefined')
    return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await asJpeg(canvas);
    return smaller === null || smaller.size >= file.size
      ? file
      : new File([smaller], file.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    // a picture that this browser cannot draw is judged by the server
    return file;
  }
}

const text = (of: unknown, key: string): string => {
  const value: unknown = Reflect.get(Object(of), key);
  return typeof value === 'string' ? value : '';
};
const list = (of: unknown, key: string): unknown[] => {
  const value: unknown = Reflect.get(Object(of), key);
  return Array.isArray(value) ? value : [];
};

/** Sends one file; the same key sends it once, however often the button is pressed. */
export async function sendFile(file: File, key: string, onDone: (evidenceId: string) => void): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch(new URL('/uploads/evidence', location.origin), {
      method: 'POST',
      body: file,
      headers: {
        'content-type':
          file.type === '' || !/^(image|application)\//.test(file.type) ? 'application/octet-stream' : file.type,
        'idempotency-key': key,
        'x-file-name': encodeURIComponent(file.name),
      },
    });
  } catch {
    return { problem: noAnswer };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    onDone(text(answer, 'evidenceId'));
    return { done: true };
  }
  const refusals = list(answer, 'refusals');
  if (refusals.length > 0)
    return {
      errors: refusals.map((refusal) => ({
        field: 'file',
        message: `${text(refusal, 'message')} ${text(refusal, 'help')}`,
      })),
    };
  const [error] = list(answer, 'errors');
  if (response.status === 413 || response.status === 415)
    return { errors: [{ field: 'file', message: text(error, 'message') }] };
  const extensions: unknown = Reflect.get(Object(error), 'extensions');
  return { problem: problemWithCode(text(extensions, 'code'), text(extensions, 'traceId') || undefined) };
}
