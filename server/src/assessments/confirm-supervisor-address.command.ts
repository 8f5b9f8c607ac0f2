import { parseEmail } from '../access/email.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { lockSupervisor } from '../placements/host.queries.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { notFound } from '../returners/returner.queries.ts';
import { tellSupervisorOfAgreement, type AgreementPages } from './agreement-link.command.ts';
import { LearningAgreementSchema } from './agreement.entity.ts';
import { placementsThatWaitFor } from './agreement.queries.ts';
import { SignOffSchema, SupervisorAddressSchema } from './sign-off.entity.ts';
import { tellSupervisor, type SignOffPages } from './sign-off-link.command.ts';
import { lockSignOff } from './sign-off.queries.ts';

/** Whose address, and which. */
export interface ConfirmSupervisorAddress {
  readonly supervisorId: string;
  readonly email: string;
  readonly idempotencyKey: string;
}

/**
 * The organisation or a coordinator says that an address is that supervisor’s. From then on links go there, those that wait are sent,
 * and signatures that were given through it count in full.
 */
export const confirmSupervisorAddress = (
  context: CommandContext,
  input: ConfirmSupervisorAddress,
  pages: { readonly signOff: SignOffPages; readonly agreement: AgreementPages },
) =>
  runCommand(
    context,
    { name: 'confirmSupervisorAddress', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, actor, clock, audit } = transaction;
      const email = parseEmail(input.email);
      // returners are locked before what belongs to them
      const supervisor = await lockSupervisor(em, actor, input.supervisorId);
      if (!supervisor || actor.personId === null) return { refused: [notFound('supervisorId', 'supervisor')] };
      if (email === undefined)
        return {
          refused: [
            {
              code: 'VALUE_INVALID',
              path: ['email'],
              message: 'This is no e-mail address.',
              help: 'Give the address at work, like name@example.nhs.uk.',
            },
          ],
        };
      const last = await em.findOne(SupervisorAddressSchema, { supervisor: supervisor.id, endedAt: null });
      const now = clock.now();
      if (last) em.assign(last, { endedAt: now });
      await em.flush();
      em.create(SupervisorAddressSchema, {
        supervisor,
        email,
        confirmedAt: now,
        confirmedBy: em.getReference(PersonSchema, actor.personId),
      });
      await em.flush();
      const open = await em.find(
        SignOffSchema,
        { supervisor: supervisor.id, state: 'ASKED' },
        { orderBy: { id: 'asc' } },
      );
      for (const { id } of open) {
        const locked = await lockSignOff(em, { id });
        if (locked?.signOff.state === 'ASKED') await tellSupervisor(transaction, locked, pages.signOff);
      }
      for (const placementId of await placementsThatWaitFor(em, supervisor.id)) {
        const found = await lockPlacement(em, placementId);
        const agreement = await em.findOne(LearningAgreementSchema, { placement: placementId, state: 'SHARED' });
        if (found && agreement) await tellSupervisorOfAgreement(transaction, { ...found, agreement }, pages.agreement);
      }
      audit({
        action: 'confirmSupervisorAddress',
        subject: { type: 'Supervisor', id: supervisor.id },
        personId: supervisor.person?.id ?? null,
        changes: { signOffAddress: { before: last?.email ?? null, after: email } },
      });
      return { done: { supervisorId: supervisor.id } };
    },
  );
