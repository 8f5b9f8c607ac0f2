import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { PlacementSchema } from './placement.entity.ts';

/** What an organisation says of one day of a placement. Why somebody was not there is not asked: it can tell of health. */
export const AttendanceSchema = defineEntity({
  name: 'Attendance',
  tableName: 'attendance',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    placement: () => p.manyToOne(PlacementSchema).name('placement_id'),
    onDate: p.date().name('on_date'),
    wasThere: p.boolean().name('was_there'),
    minutes: p.integer().nullable(),
    reportedOn: p.date().name('reported_on'),
    /** The person, or who answers for the program. */
    reportedBy: () => p.manyToOne(PersonSchema).name('reported_by_id').index('attendance_by_reporter'),
    isByProgram: p.boolean().name('is_by_program'),
  },
  uniques: [{ name: 'one_report_per_placement_and_day', properties: ['placement', 'onDate'] }],
  checks: [
    {
      name: 'whoever_was_there_was_there_for_a_while',
      expression: 'was_there = (minutes is not null)',
    },
    { name: 'nobody_is_there_for_more_than_a_day', expression: 'minutes > 0 and minutes <= 1440' },
  ],
});
