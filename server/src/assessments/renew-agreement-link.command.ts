import { isLinkOf } from '../access/link.rules.ts';
import { hashToken } from '../access/token.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { tellSupervisorOfAgreement, type AgreementPages } from './agreement-link.command.ts';
import { lockAgreementByLink } from './agreement.queries.ts';
import { decideAgreementStep } from './agreement.rules.ts';
import { linkIsSpent } from './agreement-step.command.ts';
import { confirmedAddress } from './sign-off.queries.ts';
import { faultsOfRenewal } from './sign-off.rules.ts';

/** A link that has ended. */
export interface RenewLearningLink {
  readonly token: string;
  readonly idempotencyKey: string;
}

/**
 * Whoever holds a link that has ended asks for a new one. It goes to the supervisor’s confirmed address and nowhere else, so that
 * holding an old mail opens nothing. Once the placement has another supervisor, there is none to have.
 */
export const renewLearningLink = (context: CommandContext, input: RenewLearningLink, pages: AgreementPages) =>
  runCommand(
    context,
    { name: 'renewLearningLink', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const spent = { refused: [linkIsSpent] };
      const tokenHash = hashToken(input.token);
      const found = await lockAgreementByLink(em, { tokenHash });
      if (!found || !isLinkOf(found.agreement.tokenHash, tokenHash)) return spent;
      const { agreement, placement, returner, supervisor } = found;
      if (placement.supervisor?.id !== supervisor.id || (await confirmedAddress(em, supervisor.id)) === null)
        return spent;
      // a placement that is over leaves nothing to agree to
      const facts = { state: agreement.state, placementState: placement.state, by: 'SUPERVISOR' } as const;
      if ('refusals' in decideAgreementStep('AGREE', facts)) return spent;
      const before = agreement.linkSentOn;
      if (before == null) return spent;
      const refused = faultsOfRenewal(
        { endsAt: agreement.linkEndsAt ?? null, lastToldOn: calendarDate(before) },
        clock.now(),
        clock.today(),
      );
      if (refused.length > 0) return { refused };
      await tellSupervisorOfAgreement(transaction, found, pages);
      audit({
        action: 'renewLearningLink',
        subject: { type: 'LearningAgreement', id: agreement.id },
        personId: returner.person.id,
        changes: { linkSentOn: { before, after: clock.today() } },
      });
      return { done: { learningAgreementId: agreement.id } };
    },
  );
