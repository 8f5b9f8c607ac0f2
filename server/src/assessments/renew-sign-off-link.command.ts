import { isLinkOf } from '../access/link.rules.ts';
import { hashToken } from '../access/token.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { linkIsSpent } from './settle-sign-off.command.ts';
import { tellSupervisor, type SignOffPages } from './sign-off-link.command.ts';
import { confirmedAddress, lockSignOff } from './sign-off.queries.ts';
import { faultsOfRenewal } from './sign-off.rules.ts';

/** A link that has ended. */
export interface RenewSignOffLink {
  readonly token: string;
  readonly idempotencyKey: string;
}

/**
 * Whoever holds a link that has ended asks for a new one. It goes to the supervisor’s confirmed address and nowhere else, so that
 * holding an old mail opens nothing.
 */
export const renewSignOffLink = (context: CommandContext, input: RenewSignOffLink, pages: SignOffPages) =>
  runCommand(
    context,
    { name: 'renewSignOffLink', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock, audit } = transaction;
      const hash = hashToken(input.token);
      const locked = await lockSignOff(em, { tokenHash: hash });
      if (!locked || !isLinkOf(locked.signOff.tokenHash, hash)) return { refused: [linkIsSpent] };
      const { signOff, supervisor, returner } = locked;
      if ((await confirmedAddress(em, supervisor.id)) === null) return { refused: [linkIsSpent] };
      const refused = faultsOfRenewal(
        { endsAt: signOff.linkEndsAt ?? null, lastToldOn: calendarDate(signOff.lastToldOn) },
        clock.now(),
        clock.today(),
      );
      if (refused.length > 0) return { refused };
      await tellSupervisor(transaction, locked, pages);
      audit({
        action: 'renewSignOffLink',
        subject: { type: 'SignOff', id: signOff.id },
        personId: returner.person.id,
        changes: { linkSentOn: { before: null, after: clock.today() } },
      });
      return { done: { signOffId: signOff.id } };
    },
  );
