import { defineEntity, p } from '@mikro-orm/core';
import { PersonSchema } from './person.entity.ts';
import type { WayIn } from './session.rules.ts';

/** Once, somebody came in: kept for a year, so that they can look whether it was them each time. */
export const SignInSchema = defineEntity({
  name: 'SignIn',
  tableName: 'sign_in',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    person: () => p.manyToOne(PersonSchema).name('person_id').deleteRule('cascade'),
    at: p.datetime().columnType('timestamptz').index('sign_in_by_age'),
    wayIn: p.text().$type<WayIn>().name('way_in'),
    /** The family alone, such as "Firefox". */
    browser: p.text().nullable(),
    /** The family alone, such as "Android". */
    system: p.text().nullable(),
    /** SHA-256 of the browser's token and the person: two people with one browser cannot be brought together by it. */
    deviceHash: p.blob().name('device_hash').nullable(),
  },
  indexes: [{ name: 'sign_in_by_person', properties: ['person', 'at'] }],
});
