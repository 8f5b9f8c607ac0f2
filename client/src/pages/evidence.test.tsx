import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import {
  FileEvidenceDocument,
  MyEvidenceDocument,
  OneEvidenceDocument,
  type EvidenceFieldsFragment,
  type FileEvidenceMutation,
  type FileEvidenceMutationVariables,
} from '../generated/graphql.ts';
import { answer, mockServer } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';
import { returnerIsIn } from '../testing/returner.ts';

const evidence = (changes: Partial<EvidenceFieldsFragment> = {}): EvidenceFieldsFragment => ({
  __typename: 'Evidence',
  id: 'e1',
  version: 1,
  title: null,
  kind: 'PDF',
  bytes: 204_800,
  addedAt: '2026-11-20T10:00:00Z',
  filedAt: null,
  virusCheck: 'NOT_CHECKED',
  warnings: [],
  viewerMayOpen: true,
  ties: [],
  ...changes,
});

const oneIs = (file: EvidenceFieldsFragment) =>
  answer(OneEvidenceDocument, {
    __typename: 'Query',
    node: file,
    standardsOfProficiency: {
      __typename: 'StandardOfProficiencyConnection',
      nodes: [{ __typename: 'StandardOfProficiency', id: 's1', number: 1, label: 'Practise safely' }],
    },
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        loggedDays: {
          __typename: 'LoggedDayConnection',
          nodes: [{ __typename: 'LoggedDay', id: 'd1', onDate: '2026-11-19', kind: 'FORMAL', minutes: 420 }],
        },
      },
    },
  });

let sent: FileEvidenceMutationVariables[] = [];
beforeEach(() => {
  sent = [];
  returnerIsIn();
  answer(MyEvidenceDocument, {
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        evidence: { __typename: 'EvidenceConnection', countUpTo1000: 0, nodes: [] },
        evidenceRoom: { __typename: 'EvidenceRoom', bytes: 0, bytesAtMost: 209_715_200, files: 0 },
      },
    },
  });
  answer(FileEvidenceDocument, (variables): FileEvidenceMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      fileEvidence: { __typename: 'EvidenceFiled', evidence: evidence({ title: variables.input.title, version: 2 }) },
    };
  });
});

test('a file is sent under its encoded name, and then filed with the day it was added for', async () => {
  const names: (string | null)[] = [];
  mockServer.use(
    http.post('*/uploads/evidence', ({ request }) => {
      names.push(request.headers.get('x-file-name'));
      return HttpResponse.json({ evidenceId: 'e1' }, { status: 201 });
    }),
  );
  oneIs(evidence());
  const { user, address } = renderAt('/evidence/add?day=d1');
  await user.upload(
    await screen.findByLabelText('Choose a file'),
    new File(['%PDF-1.7'], 'Bescheinigung Łucja.pdf', { type: 'application/pdf' }),
  );
  await user.click(screen.getByRole('button', { name: 'Send the file' }));
  await expect.poll(address).toBe('/evidence/e1?day=d1');
  expect(names).toEqual([encodeURIComponent('Bescheinigung Łucja.pdf')]);
  expect(await screen.findByText('Days of your log (1 chosen)')).toBeInTheDocument();
  expect(screen.getByLabelText(/^19 November 2026/)).toBeChecked();
  await user.type(screen.getByLabelText('What it is'), 'Certificate');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('link', { name: /nothing in it identifies a patient/ }));
  const word = screen.getByLabelText(/nothing in it identifies a patient/);
  expect(word).toHaveFocus();
  await user.click(word);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('“Certificate” is filed.')).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({ title: 'Certificate', loggedDayIds: ['d1'], isAboutNoPatient: true });
});

test('a file that is refused says why beside the field, and stays chosen', async () => {
  mockServer.use(
    http.post('*/uploads/evidence', () =>
      HttpResponse.json(
        { refusals: [{ message: 'The name of the file has two endings.', help: 'Rename it.', path: ['file'] }] },
        { status: 422 },
      ),
    ),
  );
  const { user } = renderAt('/evidence/add');
  const choose = await screen.findByLabelText('Choose a file');
  await user.upload(choose, new File(['%PDF-1.7'], 'a.exe.pdf', { type: 'application/pdf' }));
  await user.click(screen.getByRole('button', { name: 'Send the file' }));
  await user.click(await screen.findByRole('link', { name: /two endings/ }));
  expect(choose).toHaveFocus();
});

test('what was noticed in a file is said, and must be looked at', async () => {
  oneIs(evidence({ warnings: ['NHS_NUMBER_IN_TEXT'] }));
  renderAt('/evidence/e1');
  expect(await screen.findByText('The text looks as if it holds an NHS number.')).toBeInTheDocument();
  expect(screen.getByLabelText(/looked at what was noticed above/)).not.toBeChecked();
});
