import { linkEndsAt, linkLastsDays } from '../access/link.rules.ts';
import { hashToken, newToken } from '../access/token.ts';
import type { Transaction } from '../audit/run-command.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import type { Supervisor } from '../placements/host.entity.ts';
import type { Returner } from '../returners/returner.entity.ts';
import type { SignOff } from './sign-off.entity.ts';
import { confirmedAddress } from './sign-off.queries.ts';

/** The pages that links lead to. The token is put behind as the fragment, which browsers send to nobody. */
export interface SignOffPages {
  readonly sign: string;
  readonly notMe: string;
}

/**
 * Tells the supervisor that days wait. The link goes only to a confirmed address, and the one before it works no more; without such an
 * address a supervisor with an account is told to sign in. The mail names a profession and no person.
 */
export const tellSupervisor = async (
  { em, clock, send }: Transaction,
  {
    signOff,
    supervisor,
    returner,
  }: { readonly signOff: SignOff; readonly supervisor: Supervisor; readonly returner: Returner },
  pages: SignOffPages,
): Promise<void> => {
  const address = await confirmedAddress(em, supervisor.id);
  const now = clock.now();
  const profession = returner.profession && (await em.findOne(ProfessionSchema, { id: returner.profession.id }));
  const field = profession?.fieldOfPractice ?? 'practice';
  em.assign(signOff, { tokenHash: null, linkSentOn: null, linkEndsAt: null, lastToldOn: clock.today() });
  if (address !== null) {
    const token = newToken();
    em.assign(signOff, { tokenHash: hashToken(token), linkSentOn: clock.today(), linkEndsAt: linkEndsAt(now) });
    const values = { link: `${pages.sign}#${token}`, field };
    send({ to: { address }, template: 'sign-off-asked', values, goodForHours: linkLastsDays * 24 });
  } else if (supervisor.person)
    send({ to: { personId: supervisor.person.id }, template: 'sign-off-waits', values: { field } });
};
