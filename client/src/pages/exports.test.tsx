import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import {
  DeleteExportDocument,
  ExportsDocument,
  StartExportDocument,
  type ExportsQuery,
  type StartExportMutation,
  type StartExportMutationVariables,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

type Export = ExportsQuery['bulkExports']['nodes'][number];

const fileOf = (changes: Partial<Export>): Export => ({
  __typename: 'BulkExport',
  id: 'e1',
  list: 'PLACEMENTS',
  format: 'CSV',
  state: 'READY',
  stopReason: null,
  askedAt: '2026-11-21T09:00:00.000Z',
  keptUntil: '2026-11-28T09:00:00.000Z',
  rows: 1_250,
  bytes: 2_400_000,
  downloadPath: '/downloads/bulk/e1',
  ...changes,
});
const filesAre = (...nodes: Export[]) =>
  answer(ExportsDocument, { __typename: 'Query', bulkExports: { __typename: 'BulkExportConnection', nodes } });

beforeEach(() => {
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Coordinator',
    role: 'COORDINATOR',
    roles: ['COORDINATOR'],
  });
});

test('every file says how far it is, and where it is fetched once it is ready', async () => {
  filesAre(
    fileOf({}),
    fileOf({ id: 'e2', list: 'SITES', state: 'RUNNING', rows: 100, downloadPath: null }),
    fileOf({ id: 'e3', list: null, state: 'STOPPED', stopReason: 'RIGHTS_LOST', downloadPath: null }),
  );
  renderAt('/exports');
  expect(await screen.findByRole('link', { name: 'Download Placements, without names' })).toHaveAttribute(
    'href',
    '/downloads/bulk/e1',
  );
  expect(screen.getByText('1,250 rows')).toBeInTheDocument();
  expect(screen.getByText('Being made')).toBeInTheDocument();
  expect(screen.getByText('You may not see all of this list any more.')).toBeInTheDocument();
  expect(screen.getAllByRole('link', { name: /^Download/ })).toHaveLength(1);
});

test('a file can be deleted, and that is said', async () => {
  filesAre(fileOf({}));
  answer(DeleteExportDocument, {
    __typename: 'Mutation',
    deleteBulkExport: { __typename: 'BulkExportDeleted', bulkExportId: 'e1' },
  });
  const { user } = renderAt('/exports');
  await user.click(await screen.findByRole('button', { name: 'Delete Placements, without names' }));
  expect(await screen.findByText('“Placements, without names” is deleted.')).toBeInTheDocument();
});

test('a file is asked for with what it is for, and nothing is sent before that is said', async () => {
  const sent: StartExportMutationVariables[] = [];
  filesAre();
  answer(StartExportDocument, (variables): StartExportMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      startBulkExport: {
        __typename: 'BulkExportStarted',
        bulkExport: { __typename: 'BulkExport', id: 'e1', state: 'WAITING' },
      },
    };
  });
  const { user, address } = renderAt('/exports/new');
  await user.click(await screen.findByRole('radio', { name: 'Sites' }));
  await user.click(screen.getByRole('radio', { name: 'A table for spreadsheets (CSV)' }));
  await user.click(screen.getByRole('button', { name: 'Make the file' }));
  expect(await screen.findByRole('link', { name: 'Say in a few words what it is for' })).toBeInTheDocument();
  expect(sent).toEqual([]);
  await user.type(screen.getByRole('textbox', { name: 'What is it for?' }), 'Report of this quarter');
  await user.click(screen.getByRole('button', { name: 'Make the file' }));
  await expect.poll(address).toBe('/exports');
  expect(sent[0]?.input).toMatchObject({ list: 'SITES', format: 'CSV', purpose: 'Report of this quarter' });
  expect(await screen.findByText('Your file is being made.')).toBeInTheDocument();
});
