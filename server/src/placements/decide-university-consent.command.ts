import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { HostSchema } from './host.entity.ts';
import { idOf } from './host.queries.ts';
import { UniversityConsentSchema } from './university-consent.entity.ts';
import { universitiesAtMost, universityWording } from './university-consent.rules.ts';

/** Which university, of whom. */
export interface StopUniversity {
  readonly returnerId: string;
  readonly hostId: string;
  readonly idempotencyKey?: string | null;
}
/** The same, in which words. */
export interface LetUniversityFollow extends StopUniversity {
  readonly wordingVersion: number;
}

const notAUniversity: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['hostId'],
  rule: 'ONLY_UNIVERSITIES_FOLLOW',
  message: 'This organisation is not a university.',
  help: 'Choose a university of the list.',
};
const otherWords: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['wordingVersion'],
  rule: 'CONSENT_TO_WORDS_IN_FORCE',
  message: 'The words have changed since you read them.',
  help: `Read the new words (version ${universityWording.version}), then decide.`,
};
const tooMany: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['hostId'],
  rule: 'UNIVERSITIES_AT_MOST',
  message: `${universitiesAtMost} universities follow your placements already.`,
  help: 'Stop one of them first.',
};

/** The person lets a university follow their placements. */
export const letUniversityFollow = (context: CommandContext, input: LetUniversityFollow) =>
  runCommand(
    context,
    { name: 'letUniversityFollow', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const id = idOf('Host', input.hostId);
      const host = id === null ? null : await em.findOne(HostSchema, { id });
      if (!host) return { refused: [notFound('hostId', 'university')] };
      const now = await em.find(UniversityConsentSchema, { returner: returner.id, withdrawnAt: null });
      const known = now.find((consent) => consent.host.id === host.id);
      const refused = [
        ...(host.kind === 'UNIVERSITY' ? [] : [notAUniversity]),
        ...(input.wordingVersion === universityWording.version ? [] : [otherWords]),
        ...(known || now.length < universitiesAtMost ? [] : [tooMany]),
      ];
      if (refused.length > 0) return { refused };
      if (!known)
        em.create(UniversityConsentSchema, {
          returner,
          host,
          wordingVersion: universityWording.version,
          givenAt: clock.now(),
        });
      audit({
        action: 'letUniversityFollow',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { university: { before: known ? host.id : null, after: host.id } },
      });
      return { done: { returnerId: returner.id } };
    },
  );

/** The person takes it back: the university sees nothing from now on. */
export const stopUniversityFollowing = (context: CommandContext, input: StopUniversity) =>
  runCommand(
    context,
    { name: 'stopUniversityFollowing', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'pathway')] };
      const host = idOf('Host', input.hostId);
      const known =
        host && (await em.findOne(UniversityConsentSchema, { returner: returner.id, host, withdrawnAt: null }));
      if (!known) return { refused: [notFound('hostId', 'university')] };
      known.withdrawnAt = clock.now();
      audit({
        action: 'stopUniversityFollowing',
        subject: { type: 'Returner', id: returner.id },
        personId: returner.person.id,
        changes: { university: { before: host, after: null } },
      });
      return { done: { returnerId: returner.id } };
    },
  );
