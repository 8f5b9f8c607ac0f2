import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  AddCertifiedCopyDocument,
  AskCounterSignatureDocument,
  CertifiedCopiesDocument,
  CounterSignByLinkDocument,
  MyCounterSignatureDocument,
  NameCounterSignatoryDocument,
  PackToSendDocument,
  SheetToCounterSignDocument,
  ToCounterSignDocument,
  type AddCertifiedCopyMutation,
  type AddCertifiedCopyMutationVariables,
  type AskCounterSignatureMutation,
  type CertifiedCopiesQuery,
  type CounterSignByLinkMutation,
  type CounterSignByLinkMutationVariables,
  type MyCounterSignatureQuery,
  type NameCounterSignatoryMutation,
  type NameCounterSignatoryMutationVariables,
  type PackFindingFieldsFragment,
  type PackToSendQuery,
  type SheetToCounterSignQuery,
  type ToCounterSignQuery,
} from '../generated/graphql.ts';
import { answer, viewerIs } from '../testing/mock-api.ts';
import { renderAt } from '../testing/render-at.tsx';

const finding = (changes: Partial<PackFindingFieldsFragment> = {}): PackFindingFieldsFragment => ({
  __typename: 'PackFinding',
  code: 'DAY_UNSIGNED',
  stops: true,
  sentence: '5 January 2027: supervised practice that nobody has signed.',
  help: 'Ask the supervisor to sign.',
  page: 'SIGNATURES',
  recordId: null,
  rule: null,
  ...changes,
});
const kinds = [
  { __typename: 'PackKindTotal' as const, kind: 'SUPERVISED' as const, minutes: 4200, entries: 10 },
  { __typename: 'PackKindTotal' as const, kind: 'FORMAL' as const, minutes: 4200, entries: 10 },
  { __typename: 'PackKindTotal' as const, kind: 'PRIVATE' as const, minutes: 4200, entries: 10 },
];
const packIs = (findings: readonly PackFindingFieldsFragment[], sentOn: string | null = null) =>
  answer(PackToSendDocument, (): PackToSendQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        application: { __typename: 'ReturnerApplication', sentOn },
        frozenPacks: [
          { __typename: 'FrozenPack', id: 'f1', frozenAt: '2026-11-20T10:00:00Z', pdfSha256: 'abcdef0123456789abcd' },
        ],
        pack: {
          __typename: 'Pack',
          applicationOn: '2027-02-01',
          isApplicationDateNamed: true,
          isReady: findings.length === 0,
          needsDocuments: true,
          findings: [...findings],
          cover: {
            __typename: 'PackCover',
            requirement: { __typename: 'UpdatingRequirement', minutes: 12_600 },
            window: { __typename: 'UpdatingWindow', opensOn: '2026-02-01', closesOn: '2027-02-01' },
            totalMinutes: 12_600,
            kinds,
            counterSignature: null,
          },
          supervised: [],
          formal: [
            {
              __typename: 'PackDay',
              loggedDayId: 'd1',
              on: '2026-10-01',
              minutes: 420,
              activity: 'Example course',
              signing: 'NOT_NEEDED',
            },
          ],
          private: [],
          expiries: [],
          documents: [],
          declarations: [
            {
              __typename: 'Declaration',
              title: 'Health',
              explanation: 'Anything that may matter.',
              link: { __typename: 'Source', url: 'https://www.hcpc-uk.org/x', title: 'Health declarations' },
            },
          ],
        },
      },
    },
  }));

test('what is missing leads to where it is mended, and the files are there to download', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'RETURNER', roles: ['RETURNER'] });
  packIs([
    finding(),
    finding({
      code: 'ADDRESS_DOCUMENT_MISSING',
      page: 'DOCUMENTS',
      sentence: 'No certified copy shows where you live.',
    }),
    finding({ code: 'HOURS_OVERLAP', stops: false, page: 'LOG', recordId: 'd7', sentence: 'Hours overlap.' }),
  ]);
  renderAt('/pack');
  expect(await screen.findByRole('heading', { level: 1, name: 'Your papers for HCPC' })).toBeInTheDocument();
  expect(screen.getByText('Not ready yet')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '2 things are missing' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /^Go to signatures/ })).toHaveAttribute('href', '/log/signatures');
  expect(screen.getByRole('link', { name: /^Tick off a copy/ })).toHaveAttribute(
    'href',
    '/pack/copies/add?use=ADDRESS',
  );
  expect(screen.getByRole('link', { name: /^Open this day/ })).toHaveAttribute('href', '/log/days/d7');
  expect(screen.getByRole('link', { name: 'PDF, to send or print' })).toHaveAttribute('href', '/downloads/pack.pdf');
  expect(screen.getByRole('link', { name: /^PDF as sent/ })).toHaveAttribute('href', '/downloads/packs/f1.pdf');
  expect(screen.getByText(/Nobody answers them for you/)).toBeInTheDocument();
});

test('a pack with nothing missing says so', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'RETURNER', roles: ['RETURNER'] });
  packIs([]);
  renderAt('/pack');
  expect(await screen.findByText('Ready to send')).toBeInTheDocument();
  expect(screen.queryByText(/are missing/)).not.toBeInTheDocument();
});

test('once the application is sent, what was sent comes first, and nothing is called missing', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'RETURNER', roles: ['RETURNER'] });
  packIs([finding()], '2026-11-20');
  renderAt('/pack');
  expect(await screen.findByText(/You sent your application on 20 November 2026/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /^PDF as sent/ })).toBeInTheDocument();
  expect(screen.queryByText('Not ready yet')).not.toBeInTheDocument();
  expect(screen.getByText('What would be missing if you sent your papers again today')).toBeInTheDocument();
});

const signature = {
  __typename: 'CounterSignature' as const,
  id: 'c1',
  version: 1,
  state: 'NAMED' as const,
  displayName: 'Siân Example',
  email: 'sian@example.invalid',
  hcpcNumber: 'DT022222',
  lookedUpOn: '2026-11-01',
  isOnRegister: true,
  askedOn: null,
  linkSentOn: null,
  linkEndsAt: null,
  comment: null,
  signedAt: null,
  agreedText: null,
  viewerActions: ['ASK' as const],
};
const counterSignatoryIs = (of: () => typeof signature | null) =>
  answer(MyCounterSignatureDocument, (): MyCounterSignatureQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        pack: { __typename: 'Pack', findings: [] },
        counterSignature: of(),
      },
    },
  }));

test('a counter-signatory is named, then asked', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'RETURNER', roles: ['RETURNER'] });
  const sent: NameCounterSignatoryMutationVariables[] = [];
  counterSignatoryIs(() => (sent.length === 0 ? null : signature));
  answer(NameCounterSignatoryDocument, (variables): NameCounterSignatoryMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      nameCounterSignatory: {
        __typename: 'CounterSignatoryNamed',
        returner: {
          __typename: 'Returner',
          id: 'r1',
          counterSignature: { __typename: 'CounterSignature', id: 'c1', version: 1, state: 'NAMED' },
        },
      },
    };
  });
  answer(AskCounterSignatureDocument, (): AskCounterSignatureMutation => ({
    __typename: 'Mutation',
    askCounterSignature: {
      __typename: 'CounterSignatureAsked',
      counterSignature: { __typename: 'CounterSignature', id: 'c1', version: 2, state: 'ASKED' },
    },
  }));
  const { user } = renderAt('/pack/counter-signatory');
  await user.click(await screen.findByRole('button', { name: 'Save' }));
  const alert = screen.getByRole('alert');
  expect(within(alert).getByRole('link', { name: 'Enter their registration number' })).toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Siân Example');
  await user.type(screen.getByRole('textbox', { name: 'E-mail address' }), 'sian@example.invalid');
  await user.type(screen.getByRole('textbox', { name: 'Registration number' }), 'DT022222');
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.type(screen.getByLabelText('When did you look?'), '2026-11-01');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Ask them to sign' }));
  expect(await screen.findByText(/is asked, by a link that works for 7 days/)).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({ returnerId: 'r1', isOnRegister: true, lookedUpOn: '2026-11-01' });
});

test('a copy is ticked off with what stands on it', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'RETURNER', roles: ['RETURNER'] });
  const sent: AddCertifiedCopyMutationVariables[] = [];
  answer(CertifiedCopiesDocument, (): CertifiedCopiesQuery => ({
    __typename: 'Query',
    viewer: {
      __typename: 'Viewer',
      returner: {
        __typename: 'Returner',
        id: 'r1',
        pack: { __typename: 'Pack', documents: [] },
        evidence: {
          __typename: 'EvidenceConnection',
          nodes: (['ADDRESS', 'IDENTITY'] as const).map((formLine) => ({
            __typename: 'Evidence',
            id: formLine.toLowerCase(),
            title: `File for ${formLine.toLowerCase()}`,
            filedAt: '2026-11-01T10:00:00Z',
            ties: [{ __typename: 'EvidenceTie', formLine }],
          })),
        },
      },
    },
  }));
  answer(AddCertifiedCopyDocument, (variables): AddCertifiedCopyMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      addCertifiedDocument: { __typename: 'CertifiedDocumentAdded', returner: { __typename: 'Returner', id: 'r1' } },
    };
  });
  packIs([]);
  const { user } = renderAt('/pack/copies/add?use=ADDRESS');
  await user.click(await screen.findByRole('radio', { name: 'Utility bill' }));
  expect(screen.queryByRole('radio', { name: 'Passport' })).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Date on the bill or statement'), '2026-10-01');
  await user.type(screen.getByRole('textbox', { name: 'Name of the certifier' }), 'Example Certifier');
  await user.selectOptions(screen.getByLabelText(/Which of your files/), 'File for address');
  expect(screen.queryByText('File for identity')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: /The words of a true copy/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The copy is ticked off.')).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({
    use: 'ADDRESS',
    kind: 'UTILITY_BILL',
    issuedOn: '2026-10-01',
    certifierName: 'Example Certifier',
    certifiedOn: null,
    hasWords: true,
    hasSignature: false,
    evidenceId: 'address',
  });
});

test('a counter-signatory sees the whole by the link, and signs only what they have chosen to', async () => {
  const sent: CounterSignByLinkMutationVariables[] = [];
  answer(SheetToCounterSignDocument, ({ token }): SheetToCounterSignQuery => ({
    __typename: 'Query',
    counterSignatureSheet:
      token === 'secret'
        ? {
            __typename: 'CounterSignatureSheet',
            returnerName: 'Example Returner 12',
            describedAs: 'returning to dietetics',
            counterSignatoryName: 'Siân Example',
            requiredMinutes: 12_600,
            totalMinutes: 12_600,
            from: '2026-10-01',
            until: '2027-01-14',
            kinds,
            lines: [],
            toMend: [],
            digest: 'digest-1',
            statement: {
              __typename: 'CounterSignatureStatement',
              version: 1,
              confirms: ['The hours are right.'],
              doesNotConfirm: ['That anybody is competent.'],
            },
          }
        : null,
  }));
  answer(CounterSignByLinkDocument, (variables): CounterSignByLinkMutation => {
    sent.push(variables);
    return {
      __typename: 'Mutation',
      settleCounterSignatureByLink: { __typename: 'CounterSignatureSettledByLink', state: 'SIGNED' },
    };
  });
  const { user } = renderAt('/counter-sign/link#secret');
  expect(await screen.findByText('That anybody is competent.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Choose whether you sign or send the record back');
  await user.click(screen.getByRole('radio', { name: 'I confirm this and sign' }));
  await user.click(screen.getByRole('button', { name: 'Sign the cover sheet' }));
  expect(await screen.findByRole('heading', { name: 'Thank you. The cover sheet is signed' })).toBeInTheDocument();
  expect(sent[0]?.input).toMatchObject({
    token: 'secret',
    isConfirmed: true,
    seenDigest: 'digest-1',
    wordingVersion: 1,
    comment: null,
  });
});

test('signed in, a counter-signatory sees what waits', async () => {
  viewerIs({ isSignedIn: true, displayName: 'Example', role: 'COUNTER_SIGNATORY', roles: ['COUNTER_SIGNATORY'] });
  answer(ToCounterSignDocument, (): ToCounterSignQuery => ({
    __typename: 'Query',
    counterSignaturesToDo: [
      {
        __typename: 'CounterSignatureToDo',
        counterSignatureId: 'c1',
        returnerName: 'Example Returner 12',
        describedAs: 'returning to dietetics',
        askedOn: '2026-11-20',
      },
    ],
  }));
  renderAt('/to-counter-sign');
  expect(await screen.findByRole('link', { name: 'Example Returner 12' })).toHaveAttribute(
    'href',
    '/to-counter-sign/c1',
  );
});
