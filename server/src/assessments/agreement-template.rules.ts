import type { ProfessionCode } from '../organisations/profession.rules.ts';
import type { Setting } from '../placements/matching/terms.rules.ts';

/** What the words of a template were chosen for. */
export const templateFits = {
  EVERYBODY: 'For everybody.',
  SETTING: 'For the setting of the placement.',
  PROFESSION: 'For the field that the person returns to.',
} as const;

/** Words to begin a goal with. They are ours, plain data, and no text of HCPC's. */
export interface GoalTemplate {
  /** HCPC's number of the standard. */
  readonly number: number;
  readonly goal: string;
  readonly how: string;
  readonly evidence: string;
  readonly fits: keyof typeof templateFits;
}

type Words = readonly [goal: string, how: string, evidence: string];

const forEverybody: readonly Words[] = [
  [
    'Say plainly what I may do here now, and when I stop and ask.',
    'Go through my tasks with my supervisor in week 1. Write down what I do, what I do with somebody, and what I leave.',
    'A list of my tasks that we both have agreed, looked at again half way.',
  ],
  [
    'Know the rules of this place on consent, capacity and safeguarding.',
    'Read the local policies. Talk through two situations with my supervisor.',
    'A short reflection on one situation, with nobody in it who can be known.',
  ],
  [
    'Keep well while I come back, and say early when it is too much.',
    'Agree a pace with my supervisor. Look at it together at every meeting.',
    'Notes of our meetings that say how the pace works.',
  ],
  [
    'Decide and give my reasons, first with somebody and then on my own.',
    'Think aloud beside my supervisor. Then lead, and explain afterwards.',
    'Three decisions that I have explained to my supervisor.',
  ],
  [
    'Work so that everybody is met with respect and gets what they need.',
    'Find out who uses this service and who does not. Plan one thing that makes it easier for somebody.',
    'What I have changed, and what came of it.',
  ],
  [
    'Handle information as this place does it now.',
    'Do the training on information governance. Ask about what has changed since I left.',
    'The certificate of the training.',
  ],
  [
    'Explain what I do in words that anybody can follow.',
    'Listen to two conversations, lead three, and ask for feedback.',
    'Feedback from my supervisor or a colleague.',
  ],
  [
    'Know who does what in the team, and hand over well.',
    'Spend time with two other professions. Take part in the team’s meetings.',
    'A handover that I have led, with feedback.',
  ],
  [
    'Write records as this place keeps them.',
    'Learn the system. Write beside my supervisor, who looks at each record at first.',
    'My supervisor has looked at five records and had nothing more to say.',
  ],
  [
    'Look back on what I do, and change something because of it.',
    'Write one reflection a week. Bring one to each meeting.',
    'Four reflections, each with what I did differently.',
  ],
  [
    'Know how this place sees whether its work is good, and take part.',
    'Read the last audit of the team. Help with the next one, or with a small part.',
    'A page on what the audit says for my own work.',
  ],
  [
    'Know what has changed in my field since I last practised.',
    'Read the main guidance of these years. Choose two things and go deeper.',
    'A list of what has changed, with what it means for my work.',
  ],
  [
    'Use my skills again, step by step, until I can work as I did.',
    'Watch, do it with somebody, do it while somebody watches, do it and report.',
    'My log, and my supervisor’s feedback at each step.',
  ],
  [
    'Work safely in these rooms and with this equipment.',
    'Do the local induction and mandatory training. Try the equipment with somebody who knows it.',
    'Certificates, and an induction list that is signed.',
  ],
  [
    'Help people to stay well, and not only to get better.',
    'Find out what is on offer nearby. Talk about it with people where it fits.',
    'Three examples of what I suggested, with nobody in them who can be known.',
  ],
];

const forSettings: Readonly<Record<Setting, Readonly<Record<number, Words>>>> = {
  CLINICAL: {
    8: [
      'Be a part of the team on the ward or in the clinic.',
      'Join the handover on every day here. Spend time with two other professions.',
      'A handover that I have led, with feedback.',
    ],
  },
  LEADERSHIP: {
    4: [
      'Weigh needs, people and money, and put forward what I would do.',
      'Take one question of the service. Set out what could be done, and talk it through with my supervisor.',
      'A short paper with my reasons.',
    ],
    8: [
      'Bring people together who see a thing differently.',
      'Sit in on the meetings of the service. Lead one part of one of them.',
      'Feedback from somebody who was there.',
    ],
    13: [
      'Use what I know as a professional to make a service better.',
      'Take on a small piece of work with an end. Plan it, do it, and look at what it changed.',
      'A page on what changed, and how I know.',
    ],
  },
  RESEARCH: {
    2: [
      'Know what research needs before it may begin.',
      'Do the training on good practice in research. Read the approvals of the study here.',
      'The certificate of the training.',
    ],
    12: [
      'Read a study in my field and judge how far to trust it.',
      'Choose two studies with my supervisor. Present one to the team.',
      'My notes, and what the team asked.',
    ],
    13: [
      'Use my skills in a study, from question to answer.',
      'Take on one part of the study with somebody beside me.',
      'The part that I have done, with feedback.',
    ],
  },
  EDUCATION: {
    7: [
      'Teach so that people can use it the next day.',
      'Watch two sessions, plan one, and lead it with somebody there.',
      'The plan of the session, and what people said of it.',
    ],
    12: [
      'Bring what I teach up to date.',
      'Compare what is taught here with what I last taught. Ask somebody in practice about the difference.',
      'A session that I have brought up to date.',
    ],
    13: [
      'Show my skills so that others can learn them.',
      'Practise the skill first with my supervisor. Then show it, and explain each step.',
      'Feedback from those who learned and from my supervisor.',
    ],
  },
};

const assess = 'Watch two, lead two beside my supervisor, then lead two and report.';
/** What comes first in each field, for the standards on knowledge and on skills. */
const forProfessions: Readonly<Record<ProfessionCode, Readonly<Record<12 | 13, Words>>>> = {
  AS: {
    12: [
      'Know what has changed in arts therapies with the people served here.',
      'Read three recent papers, and talk about one of them in supervision.',
      'A page on what I do differently.',
    ],
    13: [
      'Hold a session again, alone and in a group.',
      'Sit in, lead together, then lead. Bring each to supervision.',
      'Reflections on three sessions, with nobody in them who can be known.',
    ],
  },
  BS: {
    12: [
      'Know the methods and the quality standards of this laboratory.',
      'Read the procedures. Go through the last external quality report with somebody.',
      'Procedures that I have read and talked through.',
    ],
    13: [
      'Work a bench again, from sample to checked result.',
      'Train on two methods, and run controls beside somebody.',
      'Training records for two methods.',
    ],
  },
  CH: {
    12: [
      'Know today’s guidance on feet at risk, diabetes above all.',
      'Read the guidance, and follow two people through the pathway.',
      'The pathway in my own words.',
    ],
    13: [
      'Assess and treat feet again, wounds and nails among them.',
      assess,
      'Feedback on two assessments and two treatments.',
    ],
  },
  CS: {
    12: [
      'Know what has changed in the methods of my branch.',
      'Read recent guidance, and compare it with the procedures here.',
      'A page on the differences.',
    ],
    13: [
      'Take a piece of work from question to report again.',
      'Do one with somebody, then one that is checked.',
      'A report that was checked.',
    ],
  },
  DT: {
    12: [
      'Know today’s guidance for the people I will see, diabetes and under-nutrition first.',
      'Read the guidance, and talk through two examples with my supervisor.',
      'A list of what has changed in advice.',
    ],
    13: [
      'Lead a full dietetic consultation again, from referral to plan.',
      assess,
      'Feedback on two consultations and two plans.',
    ],
  },
  HAD: {
    12: [
      'Know the devices and the fitting methods of today.',
      'Do the makers’ training, and compare two devices with somebody.',
      'Certificates, and my notes.',
    ],
    13: ['Test, fit and check a hearing aid again.', assess, 'Feedback on two fittings with measurements.'],
  },
  ODP: {
    12: [
      'Know today’s safety steps before, during and after an operation.',
      'Read the local standards. Follow one list from start to end.',
      'The steps in my own words.',
    ],
    13: [
      'Work in anaesthetics, scrub and recovery again, one after the other.',
      'Be the second person first, then the first with somebody beside me.',
      'Feedback from each of the three.',
    ],
  },
  OR: {
    12: [
      'Know today’s guidance on squint, amblyopia and eye movement.',
      'Read the guidance, and see which tests are used here.',
      'A list of tests with when to use each.',
    ],
    13: ['Assess adults and children again.', assess, 'Feedback on two assessments of adults and two of children.'],
  },
  OT: {
    12: [
      'Know the models and the assessments that this team uses.',
      'Read two of them, and see each used.',
      'A page on when I would use which.',
    ],
    13: [
      'Assess what somebody can do, plan with them, and try it out.',
      assess,
      'Feedback on two assessments and two plans.',
    ],
  },
  PA: {
    12: [
      'Know the clinical guidelines of today.',
      'Read what has changed since I left. Do the scenario days.',
      'A list of changes, and my scenario results.',
    ],
    13: [
      'Assess, treat and decide where somebody goes, as third person first.',
      'Ride as third person. Lead while somebody watches, and talk after each call.',
      'Feedback on five calls, with nobody in them who can be known.',
    ],
  },
  PH: {
    12: [
      'Know today’s evidence for what I treat most.',
      'Choose three conditions. Read the guidance for each.',
      'A page for each, with what has changed.',
    ],
    13: ['Assess, treat and review again, hands on.', assess, 'Feedback on two assessments and two treatments.'],
  },
  PO: {
    12: [
      'Know the materials, components and scanning of today.',
      'Do the makers’ training, and spend a day in the workshop.',
      'My notes on what is new.',
    ],
    13: ['Assess, cast or scan, fit and review again.', assess, 'Feedback on two fittings.'],
  },
  PYL: {
    12: [
      'Know today’s evidence for the approaches that I use.',
      'Read recent guidance on two of them, and bring it to supervision.',
      'A page on what I do differently.',
    ],
    13: [
      'Assess, make sense of it together, and work by a plan again.',
      'Sit in, work together, then lead. Bring each to supervision.',
      'Reflections on three pieces of work, with nobody in them who can be known.',
    ],
  },
  RA: {
    12: [
      'Know today’s equipment, doses and protocols.',
      'Do the training on radiation safety. Read the local rules.',
      'Certificates, and local rules that I have read and signed.',
    ],
    13: [
      'Do the examinations or treatments of this department again.',
      'Watch, do it with somebody, then do it while somebody watches, room by room.',
      'A list of what I have done, room by room, with feedback.',
    ],
  },
  SL: {
    12: [
      'Know today’s guidance on swallowing and on communication for the people served here.',
      'Read the guidance, and talk through two examples.',
      'A list of what has changed.',
    ],
    13: [
      'Assess and work on communication again, and on swallowing where I am trained for it.',
      assess,
      'Feedback on two assessments and two sessions.',
    ],
  },
};

/** Words to begin with, one template for each standard: those of the field before those of the setting, before those for everybody. */
export const goalTemplates = (profession: ProfessionCode | null, setting: Setting): GoalTemplate[] =>
  forEverybody.map((words, index) => {
    const number = index + 1;
    // outside of work with patients the setting says more than the field
    const bySetting = forSettings[setting][number];
    const byProfession =
      profession === null ? undefined : (forProfessions[profession] as Readonly<Record<number, Words>>)[number];
    const [found, fits]: readonly [Words, GoalTemplate['fits']] =
      byProfession && (setting === 'CLINICAL' || !bySetting)
        ? [byProfession, 'PROFESSION']
        : bySetting
          ? [bySetting, 'SETTING']
          : [words, 'EVERYBODY'];
    const [goal, how, evidence] = found;
    return { number, goal, how, evidence, fits };
  });
