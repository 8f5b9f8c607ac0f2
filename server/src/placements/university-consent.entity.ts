import { defineEntity, p } from '@mikro-orm/core';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { HostSchema } from './host.entity.ts';

/** That somebody lets a university follow their placements, until they take it back. */
export const UniversityConsentSchema = defineEntity({
  name: 'UniversityConsent',
  tableName: 'university_consent',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    host: () => p.manyToOne(HostSchema).name('host_id'),
    wordingVersion: p.integer().name('wording_version'),
    givenAt: p.datetime().columnType('timestamptz').name('given_at'),
    withdrawnAt: p.datetime().columnType('timestamptz').name('withdrawn_at').nullable(),
  },
  indexes: [
    {
      name: 'one_consent_per_returner_and_university',
      expression:
        'create unique index one_consent_per_returner_and_university on university_consent (returner_id, host_id) where withdrawn_at is null',
    },
    { name: 'university_consent_of_returner', properties: ['returner', 'givenAt'] },
    {
      name: 'university_consent_of_host',
      expression: 'create index university_consent_of_host on university_consent (host_id) where withdrawn_at is null',
    },
  ],
});
