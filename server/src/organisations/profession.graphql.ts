import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, NodeType } from '../graphql/connection.graphql.ts';
import { CalendarDateScalar } from '../graphql/scalars.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { professionCodes, type ProfessionCode } from './profession.rules.ts';

/** HCPC's register codes in the schema. */
export const ProfessionCodeEnum = enumOf(
  'ProfessionCode',
  professionCodes,
  "HCPC's code for a profession, as in a registration number.",
);

export const ProfessionOrderEnum = enumOf(
  'ProfessionOrder',
  { NAME: 'By name, A to Z.', CODE: 'By register code, A to Z.' },
  'How to order professions.',
);

@ObjectType('RenewalWindow', {
  description:
    'The weeks in which a profession renews its registration, every two years. Later windows are derived from the last published one. Source: HCPC, renewals.',
})
export class RenewalWindowType {
  @Field(() => CalendarDateScalar, { description: 'First day of the window.' })
  opensOn!: string;
  @Field(() => CalendarDateScalar, { description: 'Last day of the window.' })
  closesOn!: string;
  @Field(() => Boolean, { description: 'Whether it is open today.' })
  isOpen!: boolean;
}

@ObjectType('Profession', {
  implements: NodeType,
  description: 'A profession that HCPC regulates. Source: HCPC registrant snapshot, 14 January 2025.',
})
export class ProfessionType extends NodeType {
  @Field(() => ProfessionCodeEnum, { description: 'Register code. Example: `DT`.' })
  code!: ProfessionCode;
  @Field(() => String, { description: 'Name of the profession in reference lists. Example: `Dietitian`.' })
  name!: string;
  @Field(() => String, {
    description:
      'What may be said of a person who is not on the Register: "returning to …". Never a protected title. Example: `dietetics`.',
  })
  fieldOfPractice!: string;
  @Field(() => [String], {
    description: 'Titles that only people on the Register may use. For reference lists, never for a returner.',
  })
  protectedTitles!: string[];
  @Field(() => Int, { description: 'How many people were on this part of the Register.' })
  registrants!: number;
  @Field(() => CalendarDateScalar, { description: 'The day the registrants were counted.' })
  registrantsCountedOn!: string;
  @Field(() => Boolean, { description: "Whether it is one of England's allied health professions." })
  isEnglandAhp!: boolean;
  @Field(() => RenewalWindowType, { description: 'The renewal window that is open today, or else the next one.' })
  renewalWindow!: RenewalWindowType;
}

/** A page of professions. */
export const ProfessionConnection = connectionOf(() => ProfessionType, 'Profession', 'professions');

@InputType('ProfessionFilter', { description: 'Which professions to list; all conditions must hold.' })
export class ProfessionFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that are (or are not) among England's allied health professions.",
  })
  isEnglandAhp?: boolean;
}

@ObjectType('StandardOfProficiency', {
  implements: NodeType,
  description:
    "One of HCPC's fifteen standards of proficiency, by its number, under a label in our own words. The text is HCPC's: follow the link on the sources page.",
})
export class StandardOfProficiencyType extends NodeType {
  @Field(() => Int, { description: "HCPC's number, 1 to 15." })
  number!: number;
  @Field(() => String, { description: 'Our own short label, not the words of HCPC.' })
  label!: string;
  @Field(() => Boolean, {
    description: 'Whether we could read the heading on a public page; false means the label is assumed.',
  })
  isHeadingConfirmed!: boolean;
  @Field(() => CalendarDateScalar, { description: 'Since when the standard holds.' })
  validFrom!: string;
}

/** A page of standards. */
export const StandardOfProficiencyConnection = connectionOf(
  () => StandardOfProficiencyType,
  'StandardOfProficiency',
  'standards of proficiency',
);

export const StandardOfProficiencyOrderEnum = enumOf(
  'StandardOfProficiencyOrder',
  { NUMBER: "By HCPC's number." },
  'How to order standards of proficiency.',
);
