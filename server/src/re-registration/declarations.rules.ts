import { sources, type Source } from '../eligibility/sources.rules.ts';

/** Something that HCPC asks a person to declare. It is prepared for and never answered for them. */
export interface Declaration {
  readonly title: string;
  readonly explanation: string;
  readonly link: Source;
}

/** What the forms ask a person to declare, in our own words (H15, H20, H20b, H21). */
export const declarations: readonly Declaration[] = [
  {
    title: 'Character',
    explanation:
      'Convictions, cautions and conditional discharges, spent ones too but not protected ones; the same abroad; discipline by a regulator or an employer; civil proceedings; barring.',
    link: sources.H20,
  },
  {
    title: 'Health',
    explanation: 'Anything about your health that may keep you from practising safely.',
    link: sources.H20b,
  },
  {
    title: 'That what you say is true',
    explanation:
      'You declare that everything in the application is true. A false declaration can cost the registration.',
    link: sources.H21b,
  },
  {
    title: 'Cover for claims',
    explanation: 'That you will have indemnity cover when you practise. We know this from the renewal declaration.',
    link: sources.H15,
  },
];
