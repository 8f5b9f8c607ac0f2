import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  AssessmentsDocument,
  AssessmentsToDoDocument,
  AssessmentToAppealDocument,
  AssessmentToSubmitDocument,
  AssessmentToWriteDocument,
  NoteAppealDocument,
  StandardToAssessDocument,
  SaveStandardDocument,
  type AssessmentLineFragment,
  type DraftFieldsFragment,
  type NoteAppealMutation,
  type NoteAppealMutationVariables,
  type SaveStandardMutation,
  type SaveStandardMutationVariables,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const line: AssessmentLineFragment = {
  __typename: 'Assessment',
  id: 'assessment-1',
  version: 3,
  kind: 'FINAL',
  state: 'SUBMITTED',
  returnerName: 'Example Returner 12',
  describedAs: 'returning to dietetics',
  siteName: 'Example Site',
  assessorName: 'Example Assessor',
  assignedOn: '2026-11-02',
  dueOn: '2026-11-20',
  isLate: false,
  submittedOn: '2026-11-19',
  outcome: 'NOT_YET_SHOWN',
};
const draft: DraftFieldsFragment = {
  __typename: 'Assessment',
  id: 'assessment-1',
  version: 2,
  kind: 'FORMATIVE',
  state: 'DRAFTED',
  returnerName: 'Example Returner 12',
  siteName: 'Example Site',
  dueOn: '2026-12-01',
  outcomes: ['ON_TRACK', 'NEEDS_SUPPORT'],
  isBeingCorrected: false,
  viewerActions: ['WRITE'],
  standards: [
    { __typename: 'AssessmentStandard', number: 7, label: 'Communicating effectively', isHeadingConfirmed: false },
  ],
  draft: null,
  gaps: [{ __typename: 'AssessmentGap', standard: null, message: 'The summary is missing.' }],
};

test('an assessor sees what waits, what is late, and that nobody certifies competence for HCPC', async () => {
  viewerIs({ isSignedIn: true, role: 'ASSESSOR', roles: ['ASSESSOR'] });
  answer(AssessmentsToDoDocument, {
    __typename: 'Query',
    assessmentsToDo: [
      {
        __typename: 'AssessmentToDo',
        assessmentId: 'assessment-1',
        kind: 'FINAL',
        task: 'BEGIN',
        returnerName: 'Example Returner 12',
        describedAs: 'on the HCPC Register for dietetics',
        siteName: 'Example Site',
        dueOn: '2026-11-20',
        isLate: true,
      },
    ],
  });
  answer(AssessmentsDocument, {
    __typename: 'Query',
    assessments: {
      __typename: 'AssessmentConnection',
      countUpTo1000: 0,
      nodes: [],
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: false,
        hasPreviousPage: false,
        startCursor: null,
        endCursor: null,
      },
    },
  });
  renderAt('/my-home');
  await screen.findByRole('heading', { level: 1, name: 'Your assessments' });
  expect(screen.getByText('Nobody certifies competence on HCPC’s behalf.')).toBeVisible();
  const row = await screen.findByRole('row', { name: /Example Returner 12/ });
  expect(within(row).getByText('Late')).toBeVisible();
  expect(within(row).getByRole('link', { name: 'Example Returner 12' })).toHaveAttribute(
    'href',
    '/assessments/assessment-1/write',
  );
});

test('a standard is saved on its own page; without an outcome nothing is sent', async () => {
  viewerIs({ isSignedIn: true, role: 'ASSESSOR', roles: ['ASSESSOR'] });
  const sent: SaveStandardMutationVariables[] = [];
  answer(StandardToAssessDocument, { __typename: 'Query', assessment: draft });
  answer(AssessmentToWriteDocument, { __typename: 'Query', assessment: draft });
  answer(SaveStandardDocument, (variables): SaveStandardMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      answer: { __typename: 'AssessmentDraftSaved', assessment: { ...draft, version: 3 } },
    };
  });
  const { user } = renderAt('/assessments/assessment-1/write/7');
  await screen.findByRole('heading', { level: 1, name: /7\. Communicating effectively/ });
  expect(screen.getByText(/the label our own \(assumed\)/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Choose what you saw');
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Shown' }));
  await user.type(screen.getByRole('textbox', { name: 'What showed it?' }), 'A talk.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Standard 7 is saved.')).toBeVisible();
  expect(sent[0]?.input).toMatchObject({
    assessmentId: 'assessment-1',
    expectedVersion: 2,
    criteria: [{ standard: 7, outcome: 'SHOWN', evidence: 'A talk.', comment: '' }],
  });
});

test('what is missing is named with a link before anything can be submitted', async () => {
  viewerIs({ isSignedIn: true, role: 'ASSESSOR', roles: ['ASSESSOR'] });
  answer(AssessmentToSubmitDocument, {
    __typename: 'Query',
    assessment: {
      ...draft,
      statement: {
        __typename: 'AssessmentStatement',
        version: 1,
        confirms: ['No tie.'],
        doesNotConfirm: ['Competence.'],
      },
    },
  });
  renderAt('/assessments/assessment-1/submit');
  await screen.findByRole('heading', { level: 1, name: /Something is still missing/ });
  expect(screen.getByRole('link', { name: 'The summary is missing.' })).toHaveAttribute(
    'href',
    '/assessments/assessment-1/whole',
  );
  expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
});

test('a returner who does not agree says with what, and a rule that says no is shown with the way out', async () => {
  viewerIs({ isSignedIn: true, role: 'RETURNER', roles: ['RETURNER'] });
  const sent: NoteAppealMutationVariables[] = [];
  answer(AssessmentToAppealDocument, {
    __typename: 'Query',
    assessment: { ...line, appealUntil: '2026-12-17', viewerActions: ['APPEAL'] },
  });
  answer(NoteAppealDocument, (variables): NoteAppealMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      answer: {
        __typename: 'NoteAppealRefused',
        refusals: [
          {
            __typename: 'RuleRefusal',
            code: 'RULE_NOT_MET',
            path: [],
            rule: 'APPEAL_IN_TIME',
            message: 'A note of appeal could be left until 17 December 2026.',
            help: 'Talk to your coordinators.',
          },
        ],
      },
    };
  });
  const { user } = renderAt('/assessments/assessment-1/appeal');
  await screen.findByRole('heading', { level: 1, name: /Say that you do not agree/ });
  expect(screen.getByText(/no appeal against a decision of HCPC/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Send your note' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Enter what you do not agree with');
  await user.type(screen.getByRole('textbox', { name: 'What do you not agree with?' }), 'It was shown.');
  await user.click(screen.getByRole('button', { name: 'Send your note' }));
  expect(await screen.findByText(/Talk to your coordinators/)).toBeVisible();
  expect(sent[0]?.input).toMatchObject({ expectedVersion: 3, note: 'It was shown.' });
});
