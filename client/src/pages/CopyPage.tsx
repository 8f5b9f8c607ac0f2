import { useState } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { CertifiedCopiesQuery, DocumentKind, DocumentUse } from '../generated/graphql.ts';
import { documentWords, usesInWords } from '../pack/words.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/Button.tsx';
import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const CertifiedCopies = graphql(`
  query CertifiedCopies {
    viewer {
      returner {
        id
        pack {
          documents {
            certifiedDocumentId
            version
            use
            kind
            issuedOn
            certifierName
            certifierTitle
            certifierContact
            certifiedOn
            hasWords
            hasSignature
            isCertifiedByApplicant
            evidenceId
          }
        }
        evidence(first: 100) {
          nodes {
            id
            title
            filedAt
            ties {
              formLine
            }
          }
        }
      }
    }
  }
`);
const AddCertifiedCopy = graphql(`
  mutation AddCertifiedCopy($input: AddCertifiedDocumentInput!) {
    addCertifiedDocument(input: $input) {
      ... on CertifiedDocumentAdded {
        returner {
          id
        }
      }
      ... on AddCertifiedDocumentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const ChangeCertifiedCopy = graphql(`
  mutation ChangeCertifiedCopy($input: ChangeCertifiedDocumentInput!) {
    changeCertifiedDocument(input: $input) {
      ... on CertifiedDocumentChanged {
        returner {
          id
        }
      }
      ... on ChangeCertifiedDocumentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
const RemoveCertifiedCopy = graphql(`
  mutation RemoveCertifiedCopy($input: RemoveCertifiedDocumentInput!) {
    removeCertifiedDocument(input: $input) {
      ... on CertifiedDocumentRemoved {
        returner {
          id
        }
      }
      ... on RemoveCertifiedDocumentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Copy = NonNullable<NonNullable<CertifiedCopiesQuery['viewer']['returner']>['pack']>['documents'][number];

interface Draft {
  readonly use: DocumentUse | undefined;
  readonly kind: DocumentKind | undefined;
  readonly issuedOn: string;
  readonly certifierName: string;
  readonly certifierTitle: string;
  readonly certifierContact: string;
  readonly certifiedOn: string;
  /** The file that it is a copy of; empty for none. */
  readonly evidenceId: string;
  readonly ticked: readonly string[];
}

const isUse = (text: string | null): text is DocumentUse => text !== null && Object.hasOwn(usesInWords, text);

const draftOf = (copy: Copy | undefined, use: string | null): Draft => ({
  use: copy?.use ?? (isUse(use) ? use : undefined),
  kind: copy?.kind,
  issuedOn: copy?.issuedOn ?? '',
  certifierName: copy?.certifierName ?? '',
  certifierTitle: copy?.certifierTitle ?? '',
  certifierContact: copy?.certifierContact ?? '',
  certifiedOn: copy?.certifiedOn ?? '',
  evidenceId: copy?.evidenceId ?? '',
  ticked: [
    copy?.hasWords === true ? 'WORDS' : '',
    copy?.hasSignature === true ? 'SIGNATURE' : '',
    copy?.isCertifiedByApplicant === true ? 'MYSELF' : '',
  ].filter((one) => one !== ''),
});

const inputOf = (draft: Draft, use: DocumentUse, kind: DocumentKind) => ({
  use,
  kind,
  issuedOn: draft.issuedOn || null,
  certifierName: draft.certifierName.trim() || null,
  certifierTitle: draft.certifierTitle.trim() || null,
  certifierContact: draft.certifierContact.trim() || null,
  certifiedOn: draft.certifiedOn || null,
  evidenceId: draft.evidenceId || null,
  hasWords: draft.ticked.includes('WORDS'),
  hasSignature: draft.ticked.includes('SIGNATURE'),
  isCertifiedByApplicant: draft.ticked.includes('MYSELF'),
});

/** A certified copy is ticked off, changed or taken off the list. */
export function CopyPage() {
  const { copy: id } = useParams();
  const { data, instead } = useAnswer(CertifiedCopies, {}, 'your certified copies');
  if (data === undefined) return <Page title="A certified copy">{instead}</Page>;
  const { returner } = data.viewer;
  if (!returner?.pack) return <Navigate to={paths.pathway} replace />;
  const copy = returner.pack.documents.find(({ certifiedDocumentId }) => certifiedDocumentId === id);
  return id !== undefined && copy === undefined ? (
    <NotFoundPage />
  ) : (
    <CopyForm returnerId={returner.id} copy={copy} files={returner.evidence.nodes} key={id ?? 'new'} />
  );
}

/** The answer of any of the three commands. */
interface Answer {
  readonly __typename: string;
  readonly refusals?: readonly (Parameters<typeof errorsFrom>[0][number] & { readonly code: string })[];
}

interface CopyFormProps {
  returnerId: string;
  copy: Copy | undefined;
  files: NonNullable<CertifiedCopiesQuery['viewer']['returner']>['evidence']['nodes'];
}

function CopyForm({ returnerId, copy, files }: CopyFormProps) {
  const [search] = useSearchParams();
  const today = useViewer()?.today ?? '';
  const [draft, setDraft] = useState(() => draftOf(copy, search.get('use')));
  const { submit, ...sending } = useSending();
  const adding = useCommand(AddCertifiedCopy);
  const changing = useCommand(ChangeCertifiedCopy);
  const removing = useCommand(RemoveCertifiedCopy);
  const navigate = useNavigate();
  const { use, kind } = draft;
  const papers = documentWords.filter(({ uses }) => use !== undefined && uses.includes(use));
  const missing: FieldError[] = [
    ...(use === undefined ? [{ field: 'use', message: 'Say what the copy shows' }] : []),
    ...(use !== undefined && kind === undefined ? [{ field: 'kind', message: 'Say which paper it is' }] : []),
  ];
  const after = async ({ refusals }: Answer, said: string): Promise<Sent> => {
    if (refusals !== undefined)
      return { errors: errorsFrom(refusals, (path) => (isConflict(refusals) ? undefined : path.at(-1))) };
    await navigate(paths.pack, { state: { said } });
    return { done: true };
  };
  const save = () =>
    submit(missing, async () => {
      if (use === undefined || kind === undefined) return { errors: missing };
      const input = inputOf(draft, use, kind);
      if (copy === undefined) {
        const outcome = await adding.run({ returnerId, ...input });
        return 'problem' in outcome ? outcome : after(outcome.data.addCertifiedDocument, 'The copy is ticked off.');
      }
      const { certifiedDocumentId, version: expectedVersion } = copy;
      const outcome = await changing.run({ certifiedDocumentId, expectedVersion, ...input });
      return 'problem' in outcome ? outcome : after(outcome.data.changeCertifiedDocument, 'The copy is changed.');
    });
  const remove = ({ certifiedDocumentId, version: expectedVersion }: Copy) =>
    submit([], async () => {
      const outcome = await removing.run({ certifiedDocumentId, expectedVersion });
      return 'problem' in outcome ? outcome : after(outcome.data.removeCertifiedDocument, 'The copy is off the list.');
    });
  const text = (field: 'certifierName' | 'certifierTitle' | 'certifierContact' | 'certifiedOn' | 'issuedOn') => ({
    id: field,
    value: draft[field],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [field]: event.target.value }),
    error: errorFor(sending.errors, field),
  });
  // those filed for this part of the papers, and the one that was chosen before
  const ofUse = files.filter(
    ({ id, filedAt, ties }) =>
      filedAt !== null && (id === draft.evidenceId || (ties ?? []).some(({ formLine }) => formLine === use)),
  );
  const hasDate = use === 'ADDRESS' && kind !== 'DRIVING_LICENCE';
  return (
    <FormPage
      title={copy === undefined ? 'Tick off a certified copy' : 'Change a certified copy'}
      backHref={paths.pack}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      beside={<Link href={paths.pack}>Cancel</Link>}
      intro={
        <p>
          Somebody of standing, for example a registered professional, a solicitor, an accountant or a teacher, writes
          on the copy that it is a true copy of the original they have seen. Look at your copy and say what stands on
          it. Leave empty what is missing: you are told what to do.
        </p>
      }
      below={
        copy === undefined ? null : (
          <Button type="button" look="secondary" busy={sending.busy} onClick={() => void remove(copy)}>
            Take it off the list
          </Button>
        )
      }
    >
      <Radios
        id="use"
        name="use"
        label="What does it show?"
        legendSize="s"
        choices={(Object.keys(usesInWords) as DocumentUse[]).map((value) => ({ value, label: usesInWords[value] }))}
        value={use}
        onChange={(value) => setDraft({ ...draft, use: isUse(value) ? value : undefined, kind: undefined })}
        error={errorFor(sending.errors, 'use')}
      />
      {use === undefined ? null : (
        <Radios
          id="kind"
          name="kind"
          label="Which paper is it?"
          legendSize="s"
          choices={papers.map(({ value, label }) => ({ value, label }))}
          value={kind}
          onChange={(value) => setDraft({ ...draft, kind: papers.find((paper) => paper.value === value)?.value })}
          error={errorFor(sending.errors, 'kind')}
        />
      )}
      {hasDate ? (
        <TextInput {...text('issuedOn')} label="Date on the bill or statement" type="date" max={today} />
      ) : null}
      {ofUse.length === 0 ? null : (
        <Select
          id="evidenceId"
          label="Which of your files is it a copy of?"
          hint="Only if you keep it here. Your pack then lists both."
          options={[{ value: '', label: 'None' }, ...ofUse.map(({ id, title }) => ({ value: id, label: title ?? '' }))]}
          value={draft.evidenceId}
          onChange={(event) => setDraft({ ...draft, evidenceId: event.target.value })}
          error={errorFor(sending.errors, 'evidenceId')}
        />
      )}
      <h2>The certificate on the copy</h2>
      <TextInput {...text('certifierName')} label="Name of the certifier" hint="It must not be you" />
      <TextInput {...text('certifierTitle')} label="Professional title" hint="For example solicitor or teacher" />
      <TextInput {...text('certifierContact')} label="Contact details" />
      <TextInput {...text('certifiedOn')} label="Date of the certificate" type="date" max={today} />
      <Checkboxes
        id="ticked"
        name="ticked"
        label="What stands on the copy?"
        legendSize="s"
        choices={[
          { value: 'WORDS', label: 'The words of a true copy of the original, seen by the certifier' },
          { value: 'SIGNATURE', label: 'The certifier’s signature' },
          { value: 'MYSELF', label: 'I certified it myself', afterDivider: true },
        ]}
        values={draft.ticked}
        onChange={(ticked) => setDraft({ ...draft, ticked })}
      />
    </FormPage>
  );
}
