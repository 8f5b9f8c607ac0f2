import type { HostileRequest } from './hostile-requests.ts';
import { faultsOfAnswer, type RawAnswer } from './judge-answer.ts';

/** What became of a run of hostile requests. */
export interface HostileOutcome {
  readonly sent: number;
  /** What was odd, and what was wrong with the answer. */
  readonly faults: readonly string[];
  /** How often each code was answered; `data` stands for an answer without errors, `refused` for a refusal. */
  readonly codes: ReadonlyMap<string, number>;
  /** The longest wait, in milliseconds, and what for. */
  readonly slowest: { readonly milliseconds: number; readonly about: string };
}

/** As many requests are under way at once. */
const AT_ONCE = 8;
const MOST_FAULTS = 40;

const kindOf = ({ text }: RawAnswer): string => {
  const code = /"code":"([A-Z_]+)"/.exec(text.slice(0, 5_000))?.[1];
  if (text.includes('"refusals"')) return 'refused';
  return text.includes('"errors"') ? (code ?? 'no code') : 'data';
};

/** Sends a body; where the answer is a conflict, sends it again with the version that the answer names. */
const send = async (
  origin: string,
  headers: Readonly<Record<string, string>>,
  request: HostileRequest,
): Promise<RawAnswer> => {
  const path = request.position.operation === 'subscription' ? '/graphql/stream' : '/graphql';
  const post = async (body: string): Promise<RawAnswer> => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      // it goes on for as long as somebody listens
      await response.body?.cancel();
      return { status: response.status, text: '' };
    }
    return { status: response.status, text: await response.text() };
  };
  const first = await post(request.body);
  const version = /"currentVersion":(\d+)/.exec(first.text)?.[1];
  if (version === undefined || request.position.path.at(-1) === 'expectedVersion') return first;
  return post(request.body.replace(/"expectedVersion":\d+/, `"expectedVersion":${version}`));
};

/** Sends hostile requests, a few at once, and judges every answer. */
export const sendAll = async (
  origin: string,
  headers: Readonly<Record<string, string>>,
  requests: Iterable<HostileRequest>,
): Promise<HostileOutcome> => {
  const faults: string[] = [];
  const codes = new Map<string, number>();
  let slowest = { milliseconds: 0, about: '' };
  let sent = 0;
  const queue = requests[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = queue.next(); !next.done && faults.length < MOST_FAULTS; next = queue.next()) {
      const request = next.value;
      sent += 1;
      const started = performance.now();
      const answer = await send(origin, headers, request);
      const milliseconds = Math.round(performance.now() - started);
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, about: request.about };
      const kind = kindOf(answer);
      codes.set(kind, (codes.get(kind) ?? 0) + 1);
      for (const fault of faultsOfAnswer(answer))
        faults.push(`${request.about}: ${fault}: ${answer.text.slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { sent, faults, codes, slowest };
};

/** Asks what another client would ask, all the while, until `end` is called. */
export const watchOthers = (origin: string) => {
  const watch = { isOver: false };
  let slowest = 0;
  const failed: string[] = [];
  const ask = async (path: string, init: RequestInit): Promise<void> => {
    const started = performance.now();
    const response = await fetch(`${origin}${path}`, init);
    const text = await response.text();
    slowest = Math.max(slowest, performance.now() - started);
    if (response.status !== 200 || text.includes('"errors"'))
      failed.push(`${path}: ${response.status} ${text.slice(0, 200)}`);
  };
  const plain = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ regions(first: 2) { nodes { name } } }"}',
  };
  const watching = (async () => {
    while (!watch.isOver) {
      await ask('/healthz', {});
      await ask('/graphql', plain);
    }
  })();
  return {
    async end(): Promise<{ readonly slowest: number; readonly failed: readonly string[] }> {
      watch.isOver = true;
      await watching;
      return { slowest: Math.round(slowest), failed };
    },
  };
};
