import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { CounterSignatureEnd, CounterSignatureState } from './counter-signature.rules.ts';

/** Somebody is named to sign the cover sheet, is asked, and answers. Who is replaced stays, with what was agreed. */
export const CounterSignatureSchema = defineEntity({
  name: 'CounterSignature',
  tableName: 'counter_signature',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    state: p.text().$type<CounterSignatureState>(),
    displayName: p.text().name('display_name'),
    /** In small letters. */
    email: p.text(),
    hcpcNumber: p.text().name('hcpc_number'),
    profession: () => p.manyToOne(ProfessionSchema).name('profession_id').index('counter_signature_by_profession'),
    isOnRegister: p.boolean().name('is_on_register'),
    lookedUpOn: p.date().name('looked_up_on'),
    /** Who was asked, where that is the confirmed address of an account. */
    person: () => p.manyToOne(PersonSchema).name('person_id').nullable().deleteRule('no action'),
    namedOn: p.date().name('named_on'),
    askedOn: p.date().name('asked_on').nullable(),
    lastToldOn: p.date().name('last_told_on').nullable(),
    /** SHA-256 of the token in the link; null where no link works. */
    tokenHash: p.blob().name('token_hash').nullable(),
    linkSentOn: p.date().name('link_sent_on').nullable(),
    linkEndsAt: p.datetime().columnType('timestamptz').name('link_ends_at').nullable(),
    /** Why the record was sent back. */
    comment: p.text().nullable(),
    signedAt: p.datetime().columnType('timestamptz').name('signed_at').nullable(),
    /** The address that the link went to, or of the account. */
    signedEmail: p.text().name('signed_email').nullable(),
    /** SHA-256 of the updating as it was signed. */
    signedDigest: p.text().name('signed_digest').nullable(),
    wordingVersion: p.integer().name('wording_version').nullable(),
    /** The whole wording and the totals as they were agreed to. */
    agreedText: p.text().name('agreed_text').nullable(),
    /** SHA-256 of the token in the mail by which somebody named says that it was not them. */
    notMeHash: p.blob().name('not_me_hash').nullable(),
    takenBackOn: p.date().name('taken_back_on').nullable(),
    takenBackReason: p.text().$type<CounterSignatureEnd>().name('taken_back_reason').nullable(),
  },
  uniques: [
    { name: 'a_link_signs_one_cover_sheet', properties: ['tokenHash'] },
    { name: 'a_link_disowns_one_cover_sheet', properties: ['notMeHash'] },
  ],
  checks: [
    { name: 'addresses_of_counter_signatories_are_in_small_letters', expression: 'email = lower(email)' },
    {
      name: 'a_link_to_a_cover_sheet_works_only_while_asked',
      expression: "token_hash is null or (state = 'ASKED' and link_ends_at is not null)",
    },
    {
      name: 'a_counter_signature_says_when_and_what',
      expression:
        "state <> 'SIGNED' or (signed_at is not null and signed_digest is not null and wording_version is not null and agreed_text is not null)",
    },
    { name: 'a_cover_sheet_sent_back_says_why', expression: "state <> 'SENT_BACK' or comment is not null" },
    {
      name: 'a_counter_signature_taken_back_says_why',
      expression: "state <> 'TAKEN_BACK' or (taken_back_on is not null and taken_back_reason is not null)",
    },
  ],
  indexes: [
    {
      name: 'one_counter_signatory_per_returner',
      expression:
        "create unique index one_counter_signatory_per_returner on counter_signature (returner_id) where state <> 'REPLACED'",
    },
    { name: 'counter_signature_of_returner', properties: ['returner', 'id'] },
    { name: 'counter_signature_of_person', properties: ['person', 'askedOn', 'id'] },
  ],
});
/** Somebody is named to sign the cover sheet. */
export type CounterSignature = InferEntity<typeof CounterSignatureSchema>;
