import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { contentOf, filesToCheck, unfiledFiles } from './evidence.queries.ts';
import { forgetUnfiled, settleVirusCheck } from './look-after-evidence.command.ts';
import { ScannerFailedError, type VirusScanner } from './virus-scanner.ts';

type EntityManager = CommandContext['em'];

/** As many as one run looks at; the next one goes on. */
const filesAtOnce = 50;

const serviceOf = (em: EntityManager, clock: Clock) => (): CommandContext => ({
  actor: anonymous,
  clock,
  traceId: randomUUID(),
  em: em.fork(),
  isService: true,
});

/**
 * Lets the virus scanner look at what waits for it, and at what came while there was none. While it cannot be reached, files wait.
 * @returns whether it could be reached.
 */
export const checkForViruses = async (em: EntityManager, clock: Clock, scan: VirusScanner): Promise<boolean> => {
  const service = serviceOf(em, clock);
  for (const id of await filesToCheck(em.fork(), filesAtOnce)) {
    const content = await contentOf(em.fork(), id);
    if (content === null) continue;
    try {
      await settleVirusCheck(service(), { id, verdict: await scan(content) });
    } catch (error) {
      if (error instanceof ScannerFailedError) return false;
      throw error;
    }
  }
  return true;
};

/** Forgets what was sent and never filed. */
export const forgetUnfiledFiles = async (em: EntityManager, clock: Clock): Promise<void> => {
  const service = serviceOf(em, clock);
  for (const id of await unfiledFiles(em.fork(), clock.now())) await forgetUnfiled(service(), id);
};
