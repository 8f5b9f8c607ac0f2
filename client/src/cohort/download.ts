import { confirmCode, confirmItIsYou } from '../apollo/confirming.ts';
import { noAnswer, problemWithCode } from '../apollo/problems.ts';
import type { CohortFilter, CohortOrder } from '../generated/graphql.ts';
import type { Problem } from '../ui/States.tsx';

/** Why a list is taken out of the service. */
export const purposes = {
  CONTACT: 'To get in touch with these people',
  PLANNING: 'To plan placements',
  HANDOVER: 'To hand the work over to a colleague',
  REPORT: 'For a report in numbers',
  OTHER: 'For something else',
} as const;

interface Download {
  purpose: string;
  purposeText: string;
  filter: CohortFilter;
  ids: string[] | null;
  orderBy: CohortOrder;
}

const text = (of: unknown, key: string): string => {
  const value: unknown = Reflect.get(Object(of), key);
  return typeof value === 'string' ? value : '';
};
const firstOf = (answer: unknown, key: string): unknown => {
  const found: unknown = Reflect.get(Object(answer), key);
  const [first]: unknown[] = Array.isArray(found) ? found : [];
  return first;
};

/** Asks for the list as a file. What the purpose lacks is told; the file is handed on whole. */
export const downloadReturners = (asked: Download): Promise<Downloaded> => download('returners', asked);

/** Asks for the applications that are expected as a file, likewise. */
export const downloadSubmissions = (asked: Pick<Download, 'purpose' | 'purposeText'>): Promise<Downloaded> =>
  download('expected-submissions', asked);

type Downloaded = { file: Blob } | { refusal: string } | { problem: Problem };

const download = async (list: string, asked: object, isAgain = false): Promise<Downloaded> => {
  try {
    const response = await fetch(new URL(`/downloads/${list}`, location.origin), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    if (response.ok) return { file: await response.blob() };
    const answer: unknown = await response.json().catch(() => undefined);
    const refusal = firstOf(answer, 'refusals');
    if (refusal !== undefined) return { refusal: `${text(refusal, 'message')} ${text(refusal, 'help')}` };
    const extensions: unknown = Reflect.get(Object(firstOf(answer, 'errors')), 'extensions');
    const code = text(extensions, 'code');
    if (code === confirmCode && !isAgain && (await confirmItIsYou())) return await download(list, asked, true);
    return { problem: problemWithCode(code, text(extensions, 'traceId') || undefined) };
  } catch {
    return { problem: noAnswer };
  }
};
