import type { LogDayInput, LogDayMutation } from '../generated/graphql.ts';
import { changeKeptDay, dropKeptDay, keptDaysOf, type KeptDay, type Reason } from './kept-days.ts';
import { findInLog, type InLog } from './twins.ts';

type Answer = LogDayMutation['logDay'];

/** What sending needs of the server. Each throws where no answer comes. */
export interface Server {
  /** Whether the device has a network at all. Without one nothing is tried, so nobody needs to wonder whether it arrived. */
  readonly isInReach: () => boolean;
  /** Whose log the server sees, and what stands in it between two dates. */
  readonly logBetween: (from: string, to: string) => Promise<{ returnerId: string | null; days: readonly InLog[] }>;
  readonly logDay: (input: LogDayInput) => Promise<Answer>;
  /** What an error means: the service could not be reached, it wants something else first, or it takes this day never. */
  readonly fateOf: (error: unknown) => 'UNANSWERED' | 'NOT_NOW' | 'NEVER';
}

/** Why sending stopped before everything was out. */
interface Stopped {
  /** 'NO_NETWORK' and 'SOMEBODY_ELSE' by what is known here; otherwise what was thrown. */
  readonly because: unknown;
}

/** What came of sending. */
export interface Sent {
  /** The server's answers by the id of the kept day. */
  readonly answers: ReadonlyMap<number, Answer>;
  readonly stopped: Stopped | undefined;
}

/** Days that are in the log are remembered for so long, to know them from those of other devices. */
const rememberedMs = 60 * 86_400_000;

/**
 * Sends what waits for one person, one after the other, in the order in which it was logged. A day that the server refuses stays
 * with the reason and holds up no other. Only one tab sends at a time.
 * @param fresh the day that the person is saving right now: they see their log, so nobody asks whether it is there already
 */
export const sendKeptDays = (server: Server, returnerId: string, fresh?: number): Promise<Sent> =>
  alone(() => sendAll(server, returnerId, fresh));

async function sendAll(server: Server, returnerId: string, fresh: number | undefined): Promise<Sent> {
  const answers = new Map<number, Answer>();
  const kept = await keptDaysOf(returnerId);
  await forgetLongSaved(kept);
  const waiting = kept.filter(({ standing }) => standing === 'ON_THIS_PHONE' || standing === 'SENDING');
  // Whoever was sending is no more: nobody knows whether these arrived.
  for (const { id } of waiting.filter(({ standing }) => standing === 'SENDING'))
    await changeKeptDay(id, { standing: 'ON_THIS_PHONE', isTried: true, hasWaited: true });
  if (waiting.length === 0) return { answers, stopped: undefined };
  if (!server.isInReach()) {
    await noteWait(waiting);
    return { answers, stopped: { because: 'NO_NETWORK' } };
  }

  let log: readonly InLog[] = [];
  if (waiting.some(({ id }) => id !== fresh)) {
    const dates = waiting.map(({ day }) => day.onDate).toSorted();
    try {
      const found = await server.logBetween(dates[0] ?? '', dates.at(-1) ?? '');
      if (found.returnerId !== returnerId) return { answers, stopped: { because: 'SOMEBODY_ELSE' } };
      log = found.days;
    } catch (because) {
      await noteWait(waiting);
      return { answers, stopped: { because } };
    }
  }
  const known = new Set(kept.flatMap(({ loggedDayId }) => loggedDayId ?? []));
  for (const one of waiting) {
    const entry = one.standing === 'SENDING' ? { ...one, isTried: true } : one;
    const inLog = one.id === fresh ? ({ found: 'NOTHING' } as const) : findInLog(entry, log, known);
    if (inLog.found === 'ARRIVED') {
      known.add(inLog.loggedDayId);
      await noteSaved(entry, inLog.loggedDayId, [wasThere]);
      continue;
    }
    if (inLog.found === 'TWIN') {
      await changeKeptDay(one.id, { standing: 'NEEDS_YOU', hasWaited: true, reasons: [reasonOfTwin(inLog.twin)] });
      continue;
    }
    await changeKeptDay(one.id, { standing: 'SENDING', hasWaited: one.hasWaited || one.id !== fresh });
    let answer: Answer;
    try {
      const { returnerId: whose, idempotencyKey, day } = one;
      answer = await server.logDay({ returnerId: whose, idempotencyKey, ...day });
    } catch (because) {
      const fate = server.fateOf(because);
      if (one.id === fresh && fate !== 'UNANSWERED') {
        // The person is at the form, and is told there; what they typed stays in it.
        await dropKeptDay(one.id);
        return { answers, stopped: { because } };
      }
      if (fate !== 'NEVER') {
        await changeKeptDay(one.id, { standing: 'ON_THIS_PHONE', isTried: true });
        await noteWait(waiting);
        return { answers, stopped: { because } };
      }
      await changeKeptDay(one.id, { standing: 'NEEDS_YOU', isTried: true, reasons: [reasonOfFailure] });
      continue;
    }
    if (answer.__typename === 'LogDayRefused' && answer.refusals.some(({ path }) => path.at(-1) === 'returnerId')) {
      // Somebody else has come in meanwhile.
      await changeKeptDay(one.id, { standing: 'ON_THIS_PHONE', hasWaited: true });
      return { answers, stopped: { because: 'SOMEBODY_ELSE' } };
    }
    answers.set(one.id, answer);
    if (answer.__typename === 'DayLogged') {
      known.add(answer.loggedDay.id);
      await noteSaved(one, answer.loggedDay.id);
    } else {
      const reasons = answer.refusals.map(({ path, message, help, rule }) => ({ path, message, help, rule }));
      await changeKeptDay(one.id, { standing: 'NEEDS_YOU', reasons });
    }
  }
  return { answers, stopped: undefined };
}

const noteWait = async (waiting: readonly KeptDay[]): Promise<void> => {
  for (const { id, hasWaited } of waiting) if (!hasWaited) await changeKeptDay(id, { hasWaited: true });
};

/** The note is in the log now, and no longer needed here. */
const noteSaved = ({ id, day }: KeptDay, loggedDayId: string, reasons: readonly Reason[] = []): Promise<void> =>
  changeKeptDay(id, {
    standing: 'SAVED',
    reasons,
    loggedDayId,
    savedAt: new Date().toISOString(),
    day: { ...day, note: null },
  });

const forgetLongSaved = async (kept: readonly KeptDay[]): Promise<void> => {
  const before = new Date(Date.now() - rememberedMs).toISOString();
  for (const { id, savedAt } of kept) if (savedAt !== null && savedAt < before) await dropKeptDay(id);
};

/** The rule under which a day that may be in the log already is shown. */
export const mayBeInLog = 'MAY_BE_IN_YOUR_LOG';

const reasonOfTwin = ({ minutes }: InLog): Reason => ({
  path: ['onDate'],
  rule: mayBeInLog,
  message: `Your log already has an entry of this kind on this date, of ${minutes} minutes.`,
  help: 'It may be the same one, logged on another device. Say whether you want both.',
});

const reasonOfFailure: Reason = {
  path: [],
  rule: null,
  message: 'Sorry, we could not save this. It is our fault.',
  help: 'Try again, or change it.',
};

const wasThere: Reason = {
  path: [],
  rule: null,
  message: 'An earlier try had put this into your log already.',
  help: '',
};

let last: Promise<unknown> = Promise.resolve();

/** One at a time: among all tabs where the browser can, else among those who ask in this one. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  if ('locks' in navigator) return navigator.locks.request('send-kept-days', work);
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}
