import type { Role } from '../access/actor.ts';
import { type Device, sayDevice } from '../access/device.rules.ts';
import { SessionSchema } from '../access/session.entity.ts';
import { lockPeople, startSession } from '../access/session.queries.ts';
import type { WayIn } from '../access/session.rules.ts';
import { hashToken } from '../access/token.ts';
import { noteSignIn } from '../access/sign-in.queries.ts';
import type { Transaction } from '../audit/run-command.ts';

/** Somebody who has just shown who they are, and with which browser. */
export interface Entering {
  readonly personId: string;
  readonly role: Role;
  readonly wayIn: WayIn;
  readonly deviceName: string | null;
  readonly device: Device;
  /** Whether they came in by two factors: by a code beside the first, or in a way that counts as both. */
  readonly hasSecondFactor: boolean;
  /** When they last showed who they are, where that was before; now where it is not said. */
  readonly confirmedAt?: Date;
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** Ends the session that the browser held until now, whoever it was of: nobody would ever end it there again. */
const leave = async ({ em, audit }: Transaction, token: string): Promise<void> => {
  const held = await em.findOne(SessionSchema, { tokenHash: hashToken(token) });
  if (!held) return;
  const { person, role, id } = held;
  await lockPeople(em, [person.id]);
  if ((await em.nativeDelete(SessionSchema, { id })) === 0) return;
  const by = { personId: person.id, kind: role };
  audit({ action: 'signOut', by, subject: { type: 'Account', id: person.id }, personId: person.id, changes: {} });
};

/**
 * Lets somebody in: notes that they came, tells them of a browser that is new for them, ends the session that it held, and answers the
 * new session's token.
 */
export const enter = async (transaction: Transaction, entering: Entering): Promise<string> => {
  const { em, clock, send } = transaction;
  const now = clock.now();
  const { device, hasSecondFactor, confirmedAt = now, ...who } = entering;
  const { signInId, isNewDevice } = await noteSignIn(em, { ...who, device, now });
  if (device.session != null) await leave(transaction, device.session);
  if (isNewDevice)
    send({
      to: { personId: who.personId },
      template: 'new-device',
      values: { device: sayDevice(device), moment: moment.format(now) },
    });
  const shown = { signedInAt: now, confirmedAt, secondFactorAt: hasSecondFactor ? now : null };
  return startSession(em, { ...who, ...shown, now, signInId });
};
