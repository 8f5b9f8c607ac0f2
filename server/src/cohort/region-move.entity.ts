import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { RegionSchema } from '../organisations/organisation.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { MoveDecline, MoveReason, MoveState } from './region-move.rules.ts';

/** A move of a returner from one region's coordinators to another's, which needs both. */
export const RegionMoveSchema = defineEntity({
  name: 'RegionMove',
  tableName: 'region_move',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    fromRegion: () => p.manyToOne(RegionSchema).name('from_region_id'),
    toRegion: () => p.manyToOne(RegionSchema).name('to_region_id'),
    reason: p.text().$type<MoveReason>(),
    state: p.text().$type<MoveState>(),
    askedBy: () => p.manyToOne(PersonSchema).name('asked_by_id').index('region_move_by_asker'),
    askedOn: p.date().name('asked_on'),
    answeredBy: () =>
      p
        .manyToOne(PersonSchema)
        .name('answered_by_id')
        .index('region_move_by_answerer')
        .nullable()
        .deleteRule('no action'),
    answeredOn: p.date().name('answered_on').nullable(),
    declineReason: p.text().$type<MoveDecline>().name('decline_reason').nullable(),
  },
  checks: [
    { name: 'a_move_goes_to_another_region', expression: 'from_region_id <> to_region_id' },
    {
      name: 'an_answered_move_says_when_and_by_whom',
      expression: "(state = 'ASKED') = (answered_on is null) and (answered_on is null) = (answered_by_id is null)",
    },
    { name: 'a_declined_move_says_why', expression: "(state = 'DECLINED') = (decline_reason is not null)" },
  ],
  indexes: [
    {
      name: 'one_open_move_per_returner',
      expression: `create unique index one_open_move_per_returner on region_move (returner_id) where state = 'ASKED'`,
    },
    { name: 'region_move_of_returner', properties: ['returner', 'askedOn', 'id'] },
    { name: 'region_move_by_day', properties: ['askedOn', 'id'] },
    { name: 'region_move_from', properties: ['fromRegion', 'askedOn', 'id'] },
    { name: 'region_move_to', properties: ['toRegion', 'askedOn', 'id'] },
  ],
});
