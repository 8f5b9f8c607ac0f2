import { linkEndsAt, linkLastsDays } from '../access/link.rules.ts';
import { hashToken, newToken } from '../access/token.ts';
import type { Transaction } from '../audit/run-command.ts';
import type { CounterSignature } from './counter-signature.entity.ts';

/** The pages that links lead to. The token is put behind as the fragment, which browsers send to nobody. */
export interface CounterSignaturePages {
  readonly sign: string;
  readonly notMe: string;
}

/** Sends the counter-signatory a link; one that was sent before works no more. The mail names nobody. */
export const tellCounterSignatory = (
  { em, clock, send }: Transaction,
  signature: CounterSignature,
  field: string,
  pages: CounterSignaturePages,
): void => {
  const token = newToken();
  const today = clock.today();
  em.assign(signature, {
    tokenHash: hashToken(token),
    linkSentOn: today,
    linkEndsAt: linkEndsAt(clock.now()),
    lastToldOn: today,
  });
  send({
    to: { address: signature.email },
    template: 'counter-signature-asked',
    values: { link: `${pages.sign}#${token}`, field },
    goodForHours: linkLastsDays * 24,
  });
};
