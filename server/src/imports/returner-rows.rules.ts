import { parseEmail } from '../access/email.rules.ts';
import {
  placeAnswers,
  practisingAnswers,
  registrationAnswers,
  trainingAnswers,
  workAnswers,
  type EligibilityAnswers,
  type ProfessionAnswer,
} from '../eligibility/answers.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { checkAnswers } from '../returners/answers.rules.ts';
import { checkHcpcNumber, checkPostcode, checkPreferredName } from '../returners/profile.rules.ts';
import { readApproximateDate, readDate, readerOf, readWord, type RowReader } from './cells.rules.ts';
import type { Line } from './file/table.ts';
import { plain, type Layout } from './headings.rules.ts';
import { refusedRow, type JudgedRow } from './import-words.rules.ts';
import { professionFinder, type ProfessionFact } from './places.rules.ts';

/** A record that has the number or the address of a row. */
export interface KnownPerson {
  readonly personId: string;
  readonly email: string;
  readonly displayName: string;
  /** Whether the person has signed in: from then on the record is theirs alone. */
  readonly isConfirmed: boolean;
  /** Null for an account without a pathway. */
  readonly returnerId: string | null;
  readonly hcpcNumber: string | null;
  readonly homePostcode: string | null;
  readonly answers: EligibilityAnswers | null;
  /** Whether whoever imports can see the record. */
  readonly isSeen: boolean;
}
/** Where a postcode district lies. */
export interface DistrictFact {
  readonly districtId: string;
  readonly regionId: string;
  readonly boardId: string;
  /** Whether whoever imports coordinates there. */
  readonly isOwn: boolean;
}
/** What rows of returners are judged by. */
export interface ReturnerRowFacts {
  readonly professions: readonly ProfessionFact[];
  readonly people: readonly KnownPerson[];
  /** By district, such as `SE1`. */
  readonly districts: ReadonlyMap<string, DistrictFact>;
  readonly today: CalendarDate;
}
/** A person as they are to be kept. */
export interface ReturnerDraft {
  readonly email: string;
  readonly displayName: string;
  readonly hcpcNumber: string | null;
  readonly professionId: string;
  readonly answers: EligibilityAnswers;
  readonly homePostcode: string;
  readonly home: DistrictFact;
  readonly agreedOn: CalendarDate;
  /** Who it is already. */
  readonly existing: KnownPerson | null;
}

/** What a file says of itself before anybody is looked up. */
export const keysOfReturnerRows = (lines: readonly Line[], layout: Layout) => {
  const column = (key: string) => lines.map(({ cells }) => cells[layout.get(key) ?? -1] ?? '');
  return {
    emails: [...new Set(column('email').flatMap((text) => parseEmail(text) ?? []))],
    numbers: [
      ...new Set(
        column('hcpcNumber')
          .map((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
          .filter((text) => text !== ''),
      ),
    ],
    districts: [
      ...new Set(
        column('postcode').flatMap((text) => {
          const checked = checkPostcode(text);
          return checked.isFine ? [checked.value.district] : [];
        }),
      ),
    ],
  };
};

const answersOfRow = (
  row: RowReader,
  profession: ProfessionFact | null,
  today: CalendarDate,
): EligibilityAnswers | null => {
  const registration = row.read('registration', (text) => readWord(text, registrationAnswers), null);
  if (row.text('registration') === '')
    row.fault('registration', 'It is not said how the person stands with the Register.', 'Write left, for example.');
  const answers: EligibilityAnswers = {
    profession: (profession?.code ?? null) as ProfessionAnswer | null,
    registration,
    leftRegister: row.read('leftRegister', readApproximateDate, null),
    practising: row.read('practising', (text) => readWord(text, practisingAnswers), null),
    trained: row.read('trained', (text) => readWord(text, trainingAnswers), null),
    qualified: row.read('qualified', readApproximateDate, null),
    work: row.read('work', (text) => readWord(text, workAnswers), 'NONE' as const),
    lastPractised: row.read('lastPractised', readApproximateDate, null),
    livesIn: row.read('livesIn', (text) => readWord(text, placeAnswers), 'ENGLAND' as const),
    plansToWorkIn: row.read('plansToWorkIn', (text) => readWord(text, placeAnswers), 'ENGLAND' as const),
  };
  if (row.faults.length > 0 || !profession) return null;
  const checked = checkAnswers(answers, today);
  if (checked.isFine) return checked.value;
  for (const { path, code, message, help } of checked.refusals) {
    const field = path.find((part) => part !== 'answers') ?? null;
    const column = field !== null && row.has(field) ? field : field === null ? null : 'registration';
    if (code === 'VALUE_MISSING')
      row.fault(
        column,
        `Something is missing that this case needs: ${message.replace(/^.*?: /, '')}`,
        'Fill the cell in.',
      );
    else row.fault(column, message, help);
  }
  return null;
};

const ask = 'Ask the person to sign in, and to agree that coordinators of your region see the record.';

/** The record that a row is about: by the number, else by the address. A record that is not seen is not told apart from an account. */
const personOfRow = (
  row: RowReader,
  email: string,
  hcpcNumber: string | null,
  people: readonly KnownPerson[],
): KnownPerson | null => {
  const numbered = hcpcNumber === null ? [] : people.filter((person) => person.hcpcNumber === hcpcNumber);
  const addressed = people.find((person) => person.email === email) ?? null;
  if (numbered.filter(({ isSeen }) => isSeen).length > 1) {
    row.fault(
      'hcpcNumber',
      'More than one record has this number.',
      'Look at the possible duplicates, and merge them first.',
    );
    return null;
  }
  const found = numbered.find(({ isSeen }) => isSeen) ?? addressed ?? numbered[0] ?? null;
  if (found && (!found.isSeen || found.returnerId === null)) {
    row.fault(found === addressed ? 'email' : 'hcpcNumber', 'This person cannot be brought in by a file.', ask);
    return null;
  }
  if (found && addressed && addressed !== found) {
    row.fault(
      'email',
      'The number belongs to one record, and the address to another.',
      'Correct one of them, or look at the possible duplicates.',
    );
    return null;
  }
  if (found && hcpcNumber !== null && found.hcpcNumber !== null && found.hcpcNumber !== hcpcNumber) {
    row.fault(
      'hcpcNumber',
      'The record with this address has another number.',
      'Correct the number, or ask the person which one is right.',
    );
    return null;
  }
  return found;
};

const judge = (
  line: Line,
  layout: Layout,
  facts: ReturnerRowFacts,
  professionOf: (row: RowReader) => ProfessionFact | null,
  inFile: Map<string, number>,
): JudgedRow<ReturnerDraft> => {
  const row = readerOf(line, layout);
  const name = checkPreferredName(row.text('name'));
  if (!name.isFine || name.value === null)
    row.fault('name', 'The name is missing, or holds signs that no name has.', 'Give 1 to 100 characters.');
  const email = parseEmail(row.text('email'));
  if (email === undefined)
    row.fault('email', 'This is not an e-mail address.', 'Write it like this: name@example.org.');
  const profession = professionOf(row);
  const typedNumber = row.text('hcpcNumber');
  const number = typedNumber === '' ? null : checkHcpcNumber(typedNumber, profession?.code ?? null);
  if (number && !number.isFine && profession)
    for (const { message, help } of number.refusals) row.fault('hcpcNumber', message, help);
  const hcpcNumber = number?.isFine ? number.value : null;
  const address = checkPostcode(row.text('postcode'));
  const home = address.isFine ? facts.districts.get(address.value.district) : undefined;
  if (!address.isFine) for (const { message, help } of address.refusals) row.fault('postcode', message, help);
  else if (!home) row.fault('postcode', 'No postcode begins with these letters.', 'Check it.');
  else if (!home.isOwn)
    row.fault(
      'postcode',
      'This postcode lies outside your regions and boards.',
      'The coordinator there brings this person in.',
    );
  const agreedOn = row.read('agreedOn', readDate, null);
  if (row.text('agreedOn') === '')
    row.fault(
      'agreedOn',
      'It is not said that the person agreed to be seen.',
      'Ask the person first. Then give the day on which they agreed.',
    );
  else if (agreedOn && agreedOn > facts.today)
    row.fault('agreedOn', 'This date is in the future.', 'Give the day on which the person agreed.');
  const answers = answersOfRow(row, profession, facts.today);
  for (const key of [email, hcpcNumber])
    if (key) {
      const twin = inFile.get(key);
      if (twin !== undefined && twin !== row.number)
        row.fault(
          key === email ? 'email' : 'hcpcNumber',
          `Row ${twin} has the same ${key === email ? 'address' : 'number'}.`,
          'Take one of the two rows out.',
        );
      inFile.set(key, twin ?? row.number);
    }
  const existing = email === undefined ? null : personOfRow(row, email, hcpcNumber, facts.people);
  if (
    row.faults.length > 0 ||
    !name.isFine ||
    !name.value ||
    !email ||
    !profession ||
    !address.isFine ||
    !home ||
    !agreedOn ||
    !answers
  )
    return refusedRow(row.number, row.faults);
  const draft: ReturnerDraft = {
    email,
    displayName: name.value,
    hcpcNumber,
    professionId: profession.id,
    answers,
    homePostcode: address.value.postcode,
    home,
    agreedOn,
    existing,
  };
  return { number: row.number, outcome: outcomeOf(draft), faults: [], draft };
};

const inOrder = (answers: EligibilityAnswers | null): string =>
  JSON.stringify(
    Object.entries(answers ?? {})
      .map(([field, answer]) => [
        field,
        typeof answer === 'object' && answer !== null
          ? [answer.year, answer.month ?? null, answer.day ?? null]
          : answer,
      ])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
  );

/** Whoever has signed in keeps their own record: a file changes nothing in it. */
const outcomeOf = ({ existing, displayName, hcpcNumber, homePostcode, answers }: ReturnerDraft) => {
  if (existing === null) return 'CREATE';
  if (existing.isConfirmed) return 'UNCHANGED';
  const isSame =
    plain(existing.displayName) === plain(displayName) &&
    (hcpcNumber === null || existing.hcpcNumber === hcpcNumber) &&
    existing.homePostcode === homePostcode &&
    inOrder(existing.answers) === inOrder(answers);
  return isSame ? 'UNCHANGED' : 'CHANGE';
};

/** Every row of returners, with every reason why it cannot be taken. */
export const judgeReturnerRows = (
  lines: readonly Line[],
  layout: Layout,
  facts: ReturnerRowFacts,
): readonly JudgedRow<ReturnerDraft>[] => {
  const inFile = new Map<string, number>();
  const professionOf = professionFinder(facts.professions);
  return lines.map((line) => judge(line, layout, facts, professionOf, inFile));
};
