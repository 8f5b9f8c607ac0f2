import { visibleToEveryone } from '../access/visibility.ts';
import { column, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { sql } from '../kernel/sql.ts';
import { renewalWindowAt } from './profession.rules.ts';

export const professionProjection: Projection = {
  type: 'Profession',
  table: 'profession',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    code: column('code'),
    name: column('name'),
    fieldOfPractice: column('field_of_practice'),
    protectedTitles: column('protected_titles'),
    registrants: column('registrants'),
    registrantsCountedOn: column('registrants_counted_on'),
    isEnglandAhp: column('is_england_ahp'),
    renewalWindow: {
      kind: 'derived',
      facts: {
        opens: (profession) => profession('renewal_opens'),
        deadline: (profession) => profession('renewal_deadline'),
        year: (profession) => profession('renewal_year'),
      },
      compute: (facts, { clock }) =>
        renewalWindowAt(
          { opens: String(facts['opens']), deadline: String(facts['deadline']), year: Number(facts['year']) },
          clock.today(),
        ),
    },
  },
};

export const standardOfProficiencyProjection: Projection = {
  type: 'StandardOfProficiency',
  table: 'standard_of_proficiency',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    number: column('number'),
    label: column('label'),
    isHeadingConfirmed: column('is_heading_confirmed'),
    validFrom: column('valid_from'),
  },
};

/** Public questions about professions, at the root of the API. */
export const professionQueries = {
  professions: {
    kind: 'connection',
    to: () => professionProjection,
    orders: { NAME: { by: 'name' }, CODE: { by: 'code' } },
    filters: { isEnglandAhp: (target, value) => sql`${target('is_england_ahp')} = ${value}` },
  },
  profession: {
    kind: 'relation',
    to: () => professionProjection,
    on: (target, _row, args) => sql`${target('code')} = ${args.parameter((values) => values['code'])}`,
  },
  standardsOfProficiency: {
    kind: 'connection',
    to: () => standardOfProficiencyProjection,
    orders: { NUMBER: { by: 'number' } },
  },
} satisfies Record<string, FieldProjection>;
