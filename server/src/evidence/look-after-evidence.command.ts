import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { EvidenceContentSchema, EvidenceSchema } from './evidence.entity.ts';
import type { ScanVerdict } from './virus-scanner.ts';
import { notFound } from '../returners/returner.queries.ts';

const gone = notFound('evidenceId', 'file');

/** Notes what the virus scanner said. What holds a virus is destroyed at once, and its owner is told. */
export const settleVirusCheck = (context: CommandContext, { id, verdict }: { id: string; verdict: ScanVerdict }) =>
  runCommand(
    context,
    { name: 'settleVirusCheck', input: { id, verdict }, idempotencyKey: null },
    async ({ em, audit, send }) => {
      const evidence = await em.findOne(EvidenceSchema, { id });
      if (!evidence) return { refused: [gone] };
      const before = evidence.virusCheck;
      const returner = await em.findOneOrFail(ReturnerSchema, { id: evidence.returner.id });
      em.assign(evidence, { virusCheck: verdict });
      if (verdict === 'INFECTED') {
        await em.nativeDelete(EvidenceContentSchema, { evidence: id });
        send({ to: { personId: returner.person.id }, template: 'evidence-infected', values: {} });
      }
      audit({
        action: 'settleVirusCheck',
        subject: { type: 'Evidence', id },
        personId: returner.person.id,
        changes: { virusCheck: { before, after: verdict } },
      });
      return { done: { evidenceId: id } };
    },
  );

/** Forgets a file that was sent and never filed. */
export const forgetUnfiled = (context: CommandContext, id: string) =>
  runCommand(context, { name: 'forgetUnfiled', input: { id }, idempotencyKey: null }, async ({ em, audit }) => {
    const evidence = await em.findOne(EvidenceSchema, { id, filedAt: null });
    if (!evidence) return { refused: [gone] };
    const returner = await em.findOneOrFail(ReturnerSchema, { id: evidence.returner.id });
    await em.nativeDelete(EvidenceSchema, { id });
    audit({
      action: 'forgetUnfiled',
      subject: { type: 'Evidence', id },
      personId: returner.person.id,
      changes: { bytes: { before: evidence.bytes, after: null } },
    });
    return { done: {} };
  });

/** Which file is opened, and through which link, if by one. */
interface Opening {
  readonly id: string;
  readonly ownerId: string;
  readonly link?: { readonly signOffId: string; readonly supervisorName: string };
}

/** Notes that somebody else than its owner opens a file, before it leaves. Whoever holds a link has no account: the link is named. */
export const noteOpening = (context: CommandContext, { id, ownerId, link }: Opening) =>
  runCommand(context, { name: 'openEvidence', input: { id }, idempotencyKey: null }, ({ audit }) => {
    audit({
      action: 'openEvidence',
      subject: { type: 'Evidence', id },
      personId: ownerId,
      changes: link
        ? {
            signOff: { before: null, after: toGlobalId('SignOff', link.signOffId) },
            linkOf: { before: null, after: link.supervisorName },
          }
        : {},
    });
    return Promise.resolve({ done: {} });
  });
