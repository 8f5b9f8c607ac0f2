import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { Problem } from '../ui/States.tsx';
import type { ReportShown } from './ImportReport.tsx';
import type { Kind } from './kinds.ts';

/** The largest file that is taken, in bytes. The server has the last word. */
export const bytesAtMost = 10 * 1024 * 1024;

/** A part of a board that is split: somebody says where it goes. */
export interface Choice {
  key: string;
  label: string;
  from: string;
  people: number;
  options: { code: string; name: string; share: number | null }[];
  suggested: string | null;
  isAssumed: boolean;
}
/** What a look at a file found. */
export interface Checked {
  rows: number;
  report: ReportShown;
  choices: Choice[];
  inTheWay: FileRefusal[];
}
/** Why a file, or a line of it, cannot be taken. */
export interface FileRefusal {
  message: string;
  help: string;
}
/** What came of sending a file. */
export type Answered<Done> = { done: Done } | { refusals: FileRefusal[]; more: number } | { problem: Problem };

const at = (of: unknown, key: string): unknown => Reflect.get(Object(of), key);
const text = (of: unknown, key: string): string => {
  const value = at(of, key);
  return typeof value === 'string' ? value : '';
};

const send = async <Done>(
  kind: Kind,
  what: string,
  body: ArrayBuffer,
  headers: Record<string, string> = {},
): Promise<Answered<Done>> => {
  let response: Response;
  try {
    response = await fetch(new URL(`/uploads/national-files/${kind}/${what}`, location.origin), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body,
    });
    if (response.ok) return { done: (await response.json()) as Done };
  } catch {
    return { problem: noAnswer };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  const refusals = at(answer, 'refusals');
  if (Array.isArray(refusals))
    return {
      refusals: refusals.map((one: unknown) => ({ message: text(one, 'message'), help: text(one, 'help') })),
      more: Number(at(answer, 'more')) || 0,
    };
  const errors = at(answer, 'errors');
  const [first]: unknown[] = Array.isArray(errors) ? errors : [];
  if (response.status === 413)
    return { refusals: [{ message: text(first, 'message'), help: 'Use the file as it is published.' }], more: 0 };
  const extensions = at(first, 'extensions');
  return { problem: problemWithCode(text(extensions, 'code'), text(extensions, 'traceId') || undefined) };
};

/** Looks at a file: all that it would do, and nothing is saved. */
export const checkFile = (kind: Kind, body: ArrayBuffer): Promise<Answered<Checked>> => send(kind, 'check', body);

/** Takes a file in, all of it or nothing. The same key has one effect, however often it is sent. */
export const applyFile = (
  kind: Kind,
  body: ArrayBuffer,
  chosen: ReadonlyMap<string, string>,
  idempotencyKey: string,
): Promise<Answered<{ nationalImportId: string }>> => {
  const pairs = [...chosen].map(([key, code]) => `${key}=${code}`).join();
  return send(kind, `apply?${new URLSearchParams({ chosen: pairs })}`, body, { 'idempotency-key': idempotencyKey });
};

/** Where the demonstration has an example of a file. */
export const exampleHref = (kind: Kind): string => `/uploads/national-files/${kind}/example`;
