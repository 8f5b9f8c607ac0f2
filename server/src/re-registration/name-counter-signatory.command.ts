import { parseEmail } from '../access/email.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { lockReturner, notFound, subjectOf } from '../returners/returner.queries.ts';
import { CounterSignatureSchema } from './counter-signature.entity.ts';
import { lockNamed } from './counter-signature.queries.ts';
import { faultsOfNaming, professionOfNumber } from './counter-signature.rules.ts';

/** Who is to sign the cover sheet. */
export interface NameCounterSignatory {
  readonly returnerId: string;
  readonly displayName: string;
  readonly email: string;
  readonly hcpcNumber: string;
  readonly isOnRegister: boolean;
  readonly lookedUpOn: CalendarDate;
  readonly idempotencyKey: string;
}

/** The returner names who is to sign the cover sheet. Whoever was named before is replaced, and their link works no more. */
export const nameCounterSignatory = (context: CommandContext, input: NameCounterSignatory) =>
  runCommand(
    context,
    { name: 'nameCounterSignatory', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const returner = await lockReturner(em, actor, input.returnerId);
      if (!returner || !mayEditReturner(actor, subjectOf(returner)))
        return { refused: [notFound('returnerId', 'person')] };
      const email = parseEmail(input.email);
      if (email === undefined)
        return {
          refused: [
            {
              code: 'VALUE_INVALID',
              path: ['email'],
              message: 'That is not an e-mail address.',
              help: 'Give an address such as name@example.org.',
            },
          ],
        };
      const named = {
        displayName: input.displayName.trim(),
        email,
        hcpcNumber: input.hcpcNumber.replace(/\s/g, '').toUpperCase(),
        isOnRegister: input.isOnRegister,
        lookedUpOn: input.lookedUpOn,
      };
      const own = await em.findOneOrFail(PersonSchema, { id: returner.person.id });
      const refused = faultsOfNaming(
        named,
        { email: own.email, hcpcNumber: returner.hcpcNumber ?? null },
        clock.today(),
      );
      if (refused.length > 0) return { refused };
      const before = await lockNamed(em, returner.id);
      if (before) {
        em.assign(before, { state: 'REPLACED', tokenHash: null, notMeHash: null, version: before.version + 1 });
        await em.flush();
      }
      const signature = em.create(CounterSignatureSchema, {
        ...named,
        returner,
        state: 'NAMED',
        profession: await em.findOneOrFail(ProfessionSchema, { code: professionOfNumber(named.hcpcNumber) ?? '' }),
        namedOn: clock.today(),
      });
      await em.flush();
      audit({
        action: 'nameCounterSignatory',
        subject: { type: 'CounterSignature', id: signature.id },
        personId: returner.person.id,
        changes: changesBetween(before ? { displayName: before.displayName, email: before.email } : {}, named),
      });
      return { done: { counterSignatureId: signature.id, returnerId: returner.id } };
    },
  );
