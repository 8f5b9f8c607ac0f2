import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import { mockServer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const coordinator = {
  isSignedIn: true,
  displayName: 'Example Coordinator',
  role: 'COORDINATOR',
  roles: ['COORDINATOR'],
  places: ['London'],
} as const;

interface Asked {
  path: string;
  body: string;
  type: string | null;
  key: string | null;
}
const asked: Asked[] = [];

/** Answers what is sent to one of the paths of imports. */
const answers = (what: string, answer: () => Response): void =>
  mockServer.use(
    http.post(`*/uploads/imports/capacity/${what}`, async ({ request }) => {
      asked.push({
        path: new URL(request.url).pathname,
        body: await request.text(),
        type: request.headers.get('content-type'),
        key: request.headers.get('idempotency-key'),
      });
      return answer();
    }),
  );
const report = (REFUSED: number) => ({
  kind: 'capacity',
  rows: 3,
  counts: { CREATE: 3 - REFUSED, CHANGE: 0, UNCHANGED: 0, REFUSED },
  faults:
    REFUSED === 0
      ? []
      : [
          {
            row: 3,
            column: 'First day',
            cell: 'E3',
            message: 'The year of “04/01/27” has two digits.',
            help: 'Write it as 04/01/2027.',
          },
          {
            row: 3,
            column: null,
            cell: null,
            message: 'Row 2 has the same site, profession and dates.',
            help: 'Take one of the two rows out.',
          },
        ],
});

beforeEach(() => {
  asked.length = 0;
  viewerIs({ ...coordinator, roles: [...coordinator.roles], places: [...coordinator.places] });
  mockServer.use(
    http.get('*/uploads/imports/capacity/columns', () =>
      HttpResponse.json({
        columns: [{ key: 'site', heading: 'Site', isNeeded: true, hint: 'Its name.', example: 'Example Hospital' }],
        rowsAtMost: 2000,
        bytesAtMost: 1000,
      }),
    ),
  );
});

test('pasted rows are looked at, mended and imported, and pressing again imports nothing twice', async () => {
  answers('check', () => HttpResponse.json(report(1)));
  const { user } = renderAt('/imports/capacity');
  expect(await screen.findByText(/At most 2,000 rows at once/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Download an empty file/ })).toHaveAttribute(
    'href',
    '/uploads/imports/capacity/template',
  );
  await user.click(screen.getByRole('textbox', { name: /paste rows/ }));
  await user.paste('Site\tFirst day\nOne\t04/01/27');
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByRole('heading', { level: 1, name: /1 row of 3 cannot be taken/ })).toHaveFocus();
  expect(asked).toMatchObject([
    { body: 'Site\tFirst day\nOne\t04/01/27', type: 'text/tab-separated-values', key: null },
  ]);
  const [first] = screen.getAllByRole('row', { name: /Row 3/ });
  expect(within(first ?? document.body).getByText(/First day \(E3\)/)).toBeInTheDocument();
  expect(screen.getByText('Take one of the two rows out.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Choose another file' }));
  answers('check', () => HttpResponse.json(report(0)));
  await user.click(screen.getByRole('textbox', { name: /paste rows/ }));
  await user.paste('Site\tFirst day\nOne\t04/01/2027');
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  answers('apply', () =>
    HttpResponse.json(
      {
        refusals: [
          { code: 'CONFLICT', path: ['file'], message: 'Another file is being imported.', help: 'Wait a minute.' },
        ],
      },
      { status: 422 },
    ),
  );
  await user.click(await screen.findByRole('button', { name: 'Import 3 rows' }));
  expect(await screen.findByText(/Another file is being imported. Wait a minute./)).toBeInTheDocument();
  answers('apply', () => HttpResponse.json({ created: 2, changed: 0, unchanged: 1 }));
  await user.click(screen.getByRole('button', { name: 'Import 3 rows' }));
  expect(await screen.findByRole('heading', { level: 1, name: /The file is imported/ })).toHaveFocus();
  expect(screen.getByText(/2 are new, 0 were changed, and 1 is as before/)).toBeInTheDocument();
  const keys = asked.filter(({ path }) => path.endsWith('apply')).map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('a file that cannot be taken at all says why beside the field', async () => {
  const { user } = renderAt('/imports/capacity');
  await user.click(await screen.findByRole('button', { name: 'Check the file' }));
  expect(screen.getByRole('link', { name: 'Choose a file, or paste rows' })).toHaveAttribute('href', '#file');
  answers('check', () =>
    HttpResponse.json(
      {
        refusals: [
          {
            code: 'VALUE_INVALID',
            path: ['headings', 'B1'],
            message: 'We do not know the column “Proffesion” (B1).',
            help: 'Did you mean “Profession”?',
          },
        ],
      },
      { status: 422 },
    ),
  );
  await user.upload(
    screen.getByLabelText('Choose a file'),
    new File(['Site,Proffesion\n'], 'places.csv', { type: 'text/csv' }),
  );
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(
    await screen.findByRole('link', { name: /“Proffesion” \(B1\). Did you mean “Profession”/ }),
  ).toBeInTheDocument();
  expect(asked).toMatchObject([{ type: 'application/octet-stream', body: 'Site,Proffesion\n' }]);
  await user.upload(
    screen.getByLabelText('Choose a file'),
    new File(['x'.repeat(1001)], 'large.csv', { type: 'text/csv' }),
  );
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  expect(await screen.findByRole('link', { name: /too large/ })).toBeInTheDocument();
});

test('each role is offered what it may import, and nothing else', async () => {
  const { user } = renderAt('/imports');
  expect(await screen.findByRole('link', { name: 'Import returners' })).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Import places' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Import places' })).toBeInTheDocument();
});

test('whoever manages an organisation imports no people', async () => {
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Administrator',
    role: 'ORGANISATION_ADMINISTRATOR',
    roles: ['ORGANISATION_ADMINISTRATOR'],
    places: ['Example Trust'],
  });
  renderAt('/imports');
  expect(await screen.findByRole('link', { name: 'Import places' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Import returners' })).not.toBeInTheDocument();
});

test('whoever manages an organisation finds no page for importing people', async () => {
  viewerIs({
    isSignedIn: true,
    displayName: 'Example Administrator',
    role: 'ORGANISATION_ADMINISTRATOR',
    roles: ['ORGANISATION_ADMINISTRATOR'],
    places: ['Example Trust'],
  });
  renderAt('/imports/returners');
  expect(await screen.findByRole('heading', { level: 1, name: /not found/i })).toBeInTheDocument();
});
