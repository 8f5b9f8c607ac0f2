import { defineEntity, p } from '@mikro-orm/core';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { HostSchema, PlacementSiteSchema } from './host.entity.ts';
import { PlacementRequestSchema } from './placement.entity.ts';

/**
 * A returner asks a site that does not offer anything for their profession. What the site says of its places from that day on
 * answers it.
 */
export const SiteQuestionSchema = defineEntity({
  name: 'SiteQuestion',
  tableName: 'site_question',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    request: () => p.manyToOne(PlacementRequestSchema).name('request_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    site: () => p.manyToOne(PlacementSiteSchema).name('site_id'),
    profession: () => p.manyToOne(ProfessionSchema).name('profession_id').index('site_question_by_profession'),
    askedOn: p.date().name('asked_on'),
  },
  uniques: [{ name: 'a_request_asks_a_site_once', properties: ['request', 'site'] }],
  indexes: [
    { name: 'site_question_of_returner', properties: ['returner', 'askedOn', 'id'] },
    { name: 'site_question_of_host', properties: ['host', 'askedOn', 'id'] },
    { name: 'site_question_of_site', properties: ['site', 'profession', 'askedOn'] },
    { name: 'site_question_by_wait', properties: ['askedOn', 'id'] },
  ],
});
