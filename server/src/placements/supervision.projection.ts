import type { DerivedField } from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { rowOf } from '../graphql/compile/projection.ts';
import { sql } from '../kernel/sql.ts';
import { supervisorFacts } from './host.projection.ts';
import type { SupervisorRow } from './matching-facts.rules.ts';
import { factsOfSupervisor } from './matching-input.rules.ts';
import { decidePlacementSupervision } from './supervisor.rules.ts';

/** Whether the supervisor of a placement still stands, and whose days are whose. */
const supervision: DerivedField = {
  kind: 'derived',
  facts: {
    supervisor: (placement) =>
      sql`(select ${supervisorFacts(rowOf('u'))} from supervisor u where u.id = ${placement('supervisor_id')})`,
    startsOn: (placement) => placement('starts_on'),
    endsOn: (placement) => placement('ends_on'),
  },
  compute: (facts, { clock }, args) => {
    const row = facts['supervisor'] as SupervisorRow | null;
    return decidePlacementSupervision(
      row && factsOfSupervisor(row),
      { from: facts['startsOn'] as CalendarDate, until: facts['endsOn'] as CalendarDate },
      (args['on'] as CalendarDate | undefined) ?? clock.today(),
    );
  },
};

/** What supervision adds to a placement. */
export const supervisionOfPlacement = { supervision };
