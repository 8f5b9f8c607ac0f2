import type { CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { DayToLog } from './log-day.rules.ts';

/** Why a day cannot be put into the log of a returner, as a later feature sees it; empty where it can. */
export type DayGuard = (
  em: CommandContext['em'],
  returnerId: string,
  day: Pick<DayToLog, 'onDate' | 'kind'>,
) => Promise<readonly Refusal[]>;

const guards = new Set<DayGuard>();

/** Lets a later feature have its say about days that are logged. Where the features are put together, this is called once for each. */
export const guardDays = (guard: DayGuard): void => void guards.add(guard);

/** What later features have against a day. Call it with the returner locked. */
export const faultsByGuards: DayGuard = async (em, returnerId, day) => {
  const faults: Refusal[] = [];
  for (const guard of guards) faults.push(...(await guard(em, returnerId, day)));
  return faults;
};
