import { linkEndsAt, linkLastsDays } from '../access/link.rules.ts';
import { hashToken, newToken } from '../access/token.ts';
import type { Transaction } from '../audit/run-command.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';
import type { Placement } from '../placements/placement.entity.ts';
import type { Returner } from '../returners/returner.entity.ts';
import type { LearningAgreement } from './agreement.entity.ts';
import { confirmedAddress } from './sign-off.queries.ts';

/** The pages that links lead to. The token is put behind as the fragment, which browsers send to nobody. */
export interface AgreementPages {
  readonly answer: string;
  readonly notMe: string;
}

interface Waiting {
  readonly agreement: LearningAgreement;
  readonly placement: Placement;
  readonly returner: Returner;
}

const fieldOf = async (em: Transaction['em'], returner: Returner): Promise<string> => {
  const profession = returner.profession && (await em.findOne(ProfessionSchema, { id: returner.profession.id }));
  return profession?.fieldOfPractice ?? 'practice';
};

/**
 * The supervisor is told that an agreement waits: by a link to a confirmed address, which ends the one before it; without such an
 * address one with an account is told to sign in. The mail names a profession and no person.
 */
export const tellSupervisorOfAgreement = async (
  { em, clock, send }: Transaction,
  { agreement, placement, returner }: Waiting,
  pages: AgreementPages,
): Promise<void> => {
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  const address = supervisor && (await confirmedAddress(em, supervisor.id));
  em.assign(agreement, { tokenHash: null, linkSentOn: null, linkEndsAt: null });
  if (!supervisor) return;
  const field = await fieldOf(em, returner);
  if (address) {
    const token = newToken();
    em.assign(agreement, {
      tokenHash: hashToken(token),
      linkSentOn: clock.today(),
      linkEndsAt: linkEndsAt(clock.now()),
      linkSupervisor: supervisor.id,
    });
    const values = { link: `${pages.answer}#${token}`, field };
    send({ to: { address }, template: 'learning-agreement-asked', values, goodForHours: linkLastsDays * 24 });
  } else if (supervisor.person)
    send({ to: { personId: supervisor.person.id }, template: 'learning-agreement-shared', values: { field } });
};

/** The supervisor is told, and the contact of the organisation. */
export const tellSite = async (transaction: Transaction, waiting: Waiting, pages: AgreementPages): Promise<void> => {
  const { em, send } = transaction;
  await tellSupervisorOfAgreement(transaction, waiting, pages);
  const host = await em.findOne(HostSchema, { id: waiting.placement.host.id });
  if (host?.contactEmail)
    send({
      to: { address: host.contactEmail },
      template: 'learning-agreement-shared',
      values: { field: await fieldOf(em, waiting.returner) },
    });
};
