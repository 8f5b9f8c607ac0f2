import { defineEntity, p } from '@mikro-orm/core';

/** A profession that HCPC regulates. */
export const ProfessionSchema = defineEntity({
  name: 'Profession',
  tableName: 'profession',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    fieldOfPractice: p.text().name('field_of_practice'),
    protectedTitles: p.array().name('protected_titles'),
    registrants: p.integer(),
    registrantsCountedOn: p.date().name('registrants_counted_on'),
    isEnglandAhp: p.boolean().name('is_england_ahp'),
    renewalOpens: p.text().name('renewal_opens'),
    renewalDeadline: p.text().name('renewal_deadline'),
    renewalYear: p.integer().name('renewal_year'),
  },
  uniques: [{ name: 'one_profession_per_code', properties: ['code'] }],
  indexes: [{ name: 'profession_by_name', properties: ['name', 'id'] }],
});

/** One of HCPC's fifteen standards of proficiency, by number, under a label of our own. */
export const StandardOfProficiencySchema = defineEntity({
  name: 'StandardOfProficiency',
  tableName: 'standard_of_proficiency',
  properties: {
    id: p.uuid().primary(),
    number: p.integer(),
    label: p.text(),
    isHeadingConfirmed: p.boolean().name('is_heading_confirmed'),
    validFrom: p.date().name('valid_from'),
  },
  uniques: [{ name: 'one_standard_per_number', properties: ['number'] }],
});
