import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { Kind } from './kinds.ts';

/** A column that a file may have. */
export interface Column {
  key: string;
  heading: string;
  isNeeded: boolean;
  hint: string;
  example: string;
}
/** What there is to know before a file is made. */
export interface Columns {
  columns: Column[];
  rowsAtMost: number;
  bytesAtMost: number;
}
/** One reason why a row cannot be taken. */
export interface Fault {
  row: number;
  column: string | null;
  cell: string | null;
  message: string;
  help: string;
}
/** What a dry run found. */
export interface Report {
  rows: number;
  counts: Record<'CREATE' | 'CHANGE' | 'UNCHANGED' | 'REFUSED', number>;
  faults: Fault[];
}
/** What an import did. */
export interface Imported {
  created: number;
  changed: number;
  unchanged: number;
}
/** A file as it is sent: its bytes are kept, so that what is imported is what was looked at. */
export interface FileToSend {
  name: string;
  body: ArrayBuffer | string;
}
/** Why a whole file cannot be taken. */
export interface FileRefusal {
  message: string;
  help: string;
}
/** What the server answered. */
export type Answered<Done> = { done: Done } | { refusals: FileRefusal[] } | { problem: Problem };

const address = (kind: Kind, what: string): URL => new URL(`/uploads/imports/${kind}/${what}`, location.origin);

/** Where an empty file with the headings is downloaded. */
export const templateHref = (kind: Kind): string => `/uploads/imports/${kind}/template`;

const ask = async <Done>(
  request: () => Promise<Response>,
  read: (response: Response) => Promise<Done>,
): Promise<Answered<Done>> => {
  let response: Response;
  try {
    response = await request();
    if (response.ok) return { done: await read(response) };
  } catch {
    return { problem: noAnswer };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const refusals: unknown = Reflect.get(Object(answer), 'refusals');
  if (Array.isArray(refusals)) return { refusals: refusals.map(refusalFrom) };
  const errors: unknown = Reflect.get(Object(answer), 'errors');
  const [first]: unknown[] = Array.isArray(errors) ? errors : [];
  if (response.status === 413)
    return { refusals: [{ message: text(first, 'message'), help: 'Split the file into smaller ones.' }] };
  const extensions: unknown = Reflect.get(Object(first), 'extensions');
  return { problem: problemWithCode(text(extensions, 'code'), text(extensions, 'traceId') || undefined) };
};

const text = (of: unknown, key: string): string => {
  const value: unknown = Reflect.get(Object(of), key);
  return typeof value === 'string' ? value : '';
};
const refusalFrom = (refusal: unknown): FileRefusal => ({
  message: text(refusal, 'message'),
  help: text(refusal, 'help'),
});

const send = (kind: Kind, what: string, { body }: FileToSend, more: Record<string, string> = {}): Promise<Response> =>
  fetch(address(kind, what), {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': typeof body === 'string' ? 'text/tab-separated-values' : 'application/octet-stream',
      ...more,
    },
    body,
  });
const asJson = async <Done>(response: Response): Promise<Done> => (await response.json()) as Done;

/** Asks which columns a file may have. */
export const askColumns = (kind: Kind): Promise<Answered<Columns>> =>
  ask(() => fetch(address(kind, 'columns'), { credentials: 'same-origin' }), asJson<Columns>);

/** Looks at every row; nothing is saved. */
export const checkFile = (kind: Kind, file: FileToSend): Promise<Answered<Report>> =>
  ask(() => send(kind, 'check', file), asJson<Report>);

/** Imports all rows or none. The same key has one effect, however often it is sent. */
export const importFile = (kind: Kind, file: FileToSend, idempotencyKey: string): Promise<Answered<Imported>> =>
  ask(() => send(kind, 'apply', file, { 'idempotency-key': idempotencyKey }), asJson<Imported>);

/** The file back, with a column that says what to mend. */
export const fileBack = (kind: Kind, file: FileToSend): Promise<Answered<Blob>> =>
  ask(
    () => send(kind, 'file-back', file),
    (response) => response.blob(),
  );
