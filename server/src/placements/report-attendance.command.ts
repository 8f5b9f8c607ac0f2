import { answeringPerson } from '../access/actor.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { AttendanceSchema } from './attendance.entity.ts';
import { faultsOfAttendance, inOrderOfDays, type DayReported } from './attendance.rules.ts';
import { SupervisorSchema } from './host.entity.ts';
import { idOf } from './host.queries.ts';
import { partyOf } from './placement.policy.ts';
import { lockPlacement } from './placement.queries.ts';

/** The days of a placement, as the organisation saw them. */
export interface ReportAttendance {
  readonly placementId: string;
  readonly days: readonly DayReported[];
  readonly idempotencyKey: string;
}

/** Notes on which days of a placement the returner was there. A day that was reported before is as it is said now. */
export const reportAttendance = (context: CommandContext, input: ReportAttendance) =>
  runCommand(
    context,
    { name: 'reportAttendance', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const found = await lockPlacement(em, idOf('Placement', input.placementId));
      const reportedBy = answeringPerson(actor);
      if (!found?.placement.isShown || reportedBy === null) return { refused: [notFound('placementId', 'placement')] };
      const { placement, returner } = found;
      const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
      const subject = {
        returner: subjectOf(returner),
        hostId: placement.host.id,
        supervisorPersonId: supervisor?.person?.id ?? null,
      };
      const party = partyOf(actor, subject, 'REPORT_ATTENDANCE');
      if (party !== 'SITE' && party !== 'SUPERVISOR') return { refused: [notFound('placementId', 'placement')] };
      const today = clock.today();
      const { state, startsOn, endsOn } = placement;
      const dates = { state, startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate };
      const refused = faultsOfAttendance(dates, input.days, today);
      if (refused.length > 0) return { refused };
      const known = await em.find(AttendanceSchema, {
        placement: placement.id,
        onDate: { $in: input.days.map(({ onDate }) => onDate) },
      });
      const byDay = new Map(known.map((day) => [day.onDate, day]));
      const changes: Record<string, { before: unknown; after: unknown }> = {};
      for (const { onDate, wasThere, minutes } of inOrderOfDays(input.days)) {
        const said = { wasThere, minutes: minutes ?? null };
        const before = byDay.get(onDate);
        changes[onDate] = {
          before: before ? { wasThere: before.wasThere, minutes: before.minutes } : null,
          after: said,
        };
        const row = { ...said, reportedOn: today, reportedBy, isByProgram: actor.kind === 'PARTNER' };
        if (before) em.assign(before, { ...row, version: before.version + 1 });
        else em.create(AttendanceSchema, { ...row, placement, onDate });
      }
      await em.flush();
      audit({
        action: 'reportAttendance',
        subject: { type: 'Attendance', id: placement.id },
        personId: returner.person.id,
        changes,
      });
      return { done: { placementId: placement.id } };
    },
  );
