import { PersonaSchema } from '../access/demonstration.entity.ts';
import type { Device } from '../access/device.rules.ts';
import { type CommandContext, runCommand } from '../audit/run-command.ts';
import { enter } from './enter.command.ts';
import { actorAs, isRemembered, type SignedIn } from './sign-in.command.ts';

/** The name that the demonstration gives the device, so that a returner's session lasts. */
const DEVICE = 'demonstration';

/** So long ago that whatever asks again who they are, does. */
const AN_HOUR_MS = 60 * 60_000;

/**
 * Signs in as one of the demonstration's invented people; null where there is none of that key. They share every visitor: no browser is new for them.
 * @param isConfirmed false for a look at what asks again who somebody is: it does so at once, and not in ten minutes.
 */
export const signInAsPersona = async (
  context: CommandContext,
  key: string,
  browser: Pick<Device, 'browser' | 'system' | 'session'>,
  isConfirmed = true,
): Promise<SignedIn | null> => {
  const persona = await context.em.findOne(PersonaSchema, { key });
  if (!persona) return null;
  const { role } = persona;
  const personId = persona.person.id;
  let token = '';
  const request = { name: 'signInAsPersona', input: { key }, idempotencyKey: null };
  await runCommand({ ...context, actor: actorAs(personId, role) }, request, async (transaction) => {
    token = await enter(transaction, {
      personId,
      role,
      wayIn: 'DEMONSTRATION',
      deviceName: DEVICE,
      device: { token: null, ...browser },
      // nobody has the invented person's phone
      hasSecondFactor: true,
      ...(isConfirmed ? {} : { confirmedAt: new Date(context.clock.now().getTime() - AN_HOUR_MS) }),
    });
    transaction.audit({ action: 'signInAsPersona', subject: { type: 'Account', id: personId }, personId, changes: {} });
    return { done: {} };
  });
  return { token, role, isRemembered: isRemembered(role, DEVICE) };
};
