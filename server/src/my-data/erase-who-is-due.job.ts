import { randomUUID } from 'node:crypto';
import { anonymous } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { erasePerson } from './erasure.command.ts';
import { letPlacesGo } from './let-places-go.command.ts';

type EntityManager = CommandContext['em'];

/** Erases whoever asked for it and has not thought again. Places are left first, so that their sites are told and can give them on. */
export const eraseWhoIsDue = async (em: EntityManager, clock: Clock): Promise<void> => {
  const due = await em.fork().execute<{ id: string; personId: string; returnerId: string | null }[]>(
    `select e.id, e.person_id "personId", r.id "returnerId" from erasure e left join returner r on r.person_id = e.person_id
       where e.done_at is null and e.taken_back_at is null and e.due_on <= ? order by e.due_on, e.id limit 20`,
    [clock.today()],
  );
  for (const { id, personId, returnerId } of due) {
    const context = (): CommandContext => ({
      actor: { ...anonymous, kind: 'RETURNER', personId, roles: ['RETURNER'] },
      clock,
      traceId: randomUUID(),
      em: em.fork(),
      isService: true,
    });
    if (returnerId !== null) await letPlacesGo(context(), returnerId, true);
    await erasePerson({ ...context(), actor: anonymous }, id);
  }
};
