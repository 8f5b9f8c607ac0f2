import type { Actor } from '../access/actor.ts';
import type { Ask } from '../graphql/compile/reader.ts';
import type { Run } from '../graphql/compile/projection.ts';
import type { Clock } from '../kernel/clock.ts';
import { csvLine, csvStart } from '../kernel/csv.ts';
import { render, sql } from '../kernel/sql.ts';
import { submissionRows, submissionsFrom, type SubmissionRow } from './expected-submissions.projection.ts';
import { submissionBases } from './expected-submissions.rules.ts';

/** Who asks, when, and through what. */
interface FileReading {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ask: Ask;
}

const headings = [
  'Expected on',
  'From',
  'Name',
  'Returning to',
  'Updating complete',
  'Hours missing by the log so far',
];

/** The applications that the asking coordinator expects, all of them, as a CSV file. */
export const submissionsFile = async ({
  actor,
  clock,
  ask,
}: FileReading): Promise<{ readonly text: string; readonly rows: number }> => {
  const run: Run = { actor, clock, variables: {}, given: {}, argumentsOf: () => ({}) };
  const { text, parameters } = render(sql`select ${submissionRows()}::text`);
  const [row] = await ask({ text, values: parameters.map((parameter) => parameter.valueFor(run)) });
  const list = submissionsFrom(JSON.parse((row?.[0] as string | undefined) ?? '[]') as readonly SubmissionRow[], run);
  const lines = list.map(({ expectedOn, basis, name, fieldOfPractice, isUpdatingComplete, shortfallMinutes }) =>
    csvLine([
      expectedOn,
      submissionBases[basis],
      name,
      fieldOfPractice,
      isUpdatingComplete ? 'Yes' : 'No',
      Math.round((shortfallMinutes / 60) * 100) / 100,
    ]),
  );
  return { text: `${csvStart}${csvLine(headings)}${lines.join('')}`, rows: list.length };
};
