import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { conflict, type Refusal } from '../kernel/refusal.ts';
import { StandardOfProficiencySchema } from '../organisations/profession.entity.ts';
import { notFound } from '../returners/returner.queries.ts';
import { EvidenceSchema, EvidenceTieSchema } from './evidence.entity.ts';
import { daysInLog, lockEvidence } from './evidence.queries.ts';
import { faultsOfFiling, type FormLine } from './evidence.rules.ts';

/** Which file is meant, as it was seen. */
export interface RemoveEvidence {
  readonly evidenceId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** What a file is, and what it is for. */
export interface FileEvidence extends RemoveEvidence {
  readonly title: string;
  readonly loggedDayIds: readonly string[];
  readonly standardIds: readonly string[];
  readonly formLines: readonly FormLine[];
  readonly isAboutNoPatient: boolean;
  readonly isChecked?: boolean | null;
}

const noSuchFile = notFound('evidenceId', 'file of yours');
const hasVirus: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['evidenceId'],
  rule: 'NO_VIRUS',
  message: 'A virus was found in this file, and it was destroyed.',
  help: 'Remove it from the list. Check your device, and send a clean file.',
};

const idsOf = (type: string, ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const asked = fromGlobalId(id);
      return asked?.type === type ? [asked.id] : [];
    }),
  ),
];

/** Says what a file is, and ties it to days, standards and form lines; what was said before is replaced. */
export const fileEvidence = (context: CommandContext, input: FileEvidence) =>
  runCommand(
    context,
    { name: 'fileEvidence', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const locked = await lockEvidence(em, actor, input.evidenceId);
      if (!locked) return { refused: [noSuchFile] };
      const { evidence, returner } = locked;
      if (evidence.version !== input.expectedVersion) return { refused: [conflict(evidence.version)] };
      if (evidence.virusCheck === 'INFECTED') return { refused: [hasVirus] };
      const { loggedDayIds, standardIds } = input;
      const formLines = [...new Set(input.formLines)];
      const refused = [
        ...faultsOfFiling(
          {
            title: input.title,
            ties: loggedDayIds.length + standardIds.length + formLines.length,
            isAboutNoPatient: input.isAboutNoPatient,
            isChecked: input.isChecked === true,
          },
          evidence.warnings,
        ),
      ];
      const days = idsOf('LoggedDay', loggedDayIds);
      const found = await daysInLog(em, returner.id, days);
      if (days.length !== new Set(loggedDayIds).size || found.length !== days.length)
        refused.push(notFound('loggedDayIds', 'day in your log'));
      const standards = idsOf('StandardOfProficiency', standardIds);
      const known = await em.find(StandardOfProficiencySchema, { id: { $in: standards } });
      if (standards.length !== new Set(standardIds).size || known.length !== standards.length)
        refused.push(notFound('standardIds', 'standard of proficiency'));
      if (refused.length > 0) return { refused };

      const before = { title: evidence.title ?? null, ties: await tiesOf(em, evidence.id) };
      await em.nativeDelete(EvidenceTieSchema, { evidence: evidence.id });
      for (const dayId of days) em.create(EvidenceTieSchema, { evidence, dayId, standard: null, formLine: null });
      for (const standard of known) em.create(EvidenceTieSchema, { evidence, dayId: null, standard, formLine: null });
      for (const formLine of formLines)
        em.create(EvidenceTieSchema, { evidence, dayId: null, standard: null, formLine });
      em.assign(evidence, {
        title: input.title.trim(),
        filedAt: evidence.filedAt ?? clock.now(),
        version: evidence.version + 1,
      });
      audit({
        action: 'fileEvidence',
        subject: { type: 'Evidence', id: evidence.id },
        personId: returner.person.id,
        changes: {
          title: { before: before.title, after: input.title.trim() },
          ties: { before: before.ties, after: [...days, ...standards, ...formLines].toSorted() },
          isAboutNoPatient: { before: null, after: true },
        },
      });
      return { done: { evidenceId: evidence.id } };
    },
  );

const tiesOf = async (em: CommandContext['em'], evidenceId: string): Promise<string[]> =>
  (await em.find(EvidenceTieSchema, { evidence: evidenceId }))
    .map(({ dayId, standard, formLine }) => dayId ?? standard?.id ?? formLine ?? '')
    .toSorted();

/** Removes a file for good: its content is gone at once, and the audit keeps that it was there. */
export const removeEvidence = (context: CommandContext, input: RemoveEvidence) =>
  runCommand(
    context,
    { name: 'removeEvidence', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, audit }) => {
      const locked = await lockEvidence(em, actor, input.evidenceId);
      if (!locked) return { refused: [noSuchFile] };
      const { evidence, returner } = locked;
      if (evidence.version !== input.expectedVersion) return { refused: [conflict(evidence.version)] };
      await em.nativeDelete(EvidenceSchema, { id: evidence.id });
      audit({
        action: 'removeEvidence',
        subject: { type: 'Evidence', id: evidence.id },
        personId: returner.person.id,
        changes: {
          title: { before: evidence.title ?? null, after: null },
          sha256: { before: Buffer.from(evidence.sha256).toString('hex'), after: null },
        },
      });
      return { done: { returnerId: returner.id } };
    },
  );
