import { SignInLinkSchema } from '../access/session.entity.ts';
import { NOBODY } from '../access/person-key.queries.ts';
import { accountByEmail } from '../access/session.queries.ts';
import { linkEndsAt } from '../access/session.rules.ts';
import { hashToken, newToken } from '../access/token.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';

/** Who asks for a link, and to which page of the web application it leads. */
export interface LinkRequest {
  readonly email: string;
  /** Given by somebody who wants a new account: what they want to be called. */
  readonly displayName: string | null;
  /** The token is put behind it as the fragment, which browsers send to nobody. */
  readonly page: string;
}

/**
 * Mails a link that signs its reader in once, and makes the account where there is none yet and one was asked for. The caller learns
 * nothing of this: whether an address has an account is told to its mailbox alone.
 */
export const sendLink = async (context: CommandContext, { email, displayName, page }: LinkRequest): Promise<void> => {
  const account = await accountByEmail(context.em, email);
  const name = displayName === null ? 'sendSignInLink' : 'register';
  await runCommand(context, { name, input: {}, idempotencyKey: null }, async ({ em, clock, audit, send }) => {
    const personId = account?.id ?? null;
    audit({ action: name, subject: { type: 'Account', id: personId ?? NOBODY }, personId, changes: {} });
    if (!account && displayName === null) return { done: {} };
    const token = newToken();
    const now = clock.now();
    em.create(SignInLinkSchema, {
      tokenHash: hashToken(token),
      email,
      displayName: account ? null : displayName,
      madeAt: now,
      endsAt: linkEndsAt(now),
    });
    const template = account ? (displayName === null ? 'sign-in-link' : 'account-exists') : 'confirm-address';
    send({
      to: account ? { personId: account.id } : { address: email },
      template,
      values: { link: `${page}#${token}` },
    });
    return { done: {} };
  });
};
