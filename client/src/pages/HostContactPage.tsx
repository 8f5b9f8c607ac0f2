import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { HostContactQuery } from '../generated/graphql.ts';
import { hostPath } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostContact = graphql(`
  query HostContact($id: ID!) {
    host(id: $id) {
      id
      version
      name
      contactName
      contactEmail
      contactPhone
      viewerMayManage
    }
  }
`);

const NameHostContact = graphql(`
  mutation NameHostContact($input: NameHostContactInput!) {
    nameHostContact(input: $input) {
      ... on HostContactNamed {
        host {
          id
          version
          contactName
          contactEmail
          contactPhone
        }
      }
      ... on NameHostContactRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Whom can returners and coordinators turn to?';

/** Names the one person at work whom returners and coordinators turn to. */
export function HostContactPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(HostContact, { id }, 'the contact');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.host === null || !data.host.viewerMayManage) return <NotFoundPage />;
  return <ContactForm host={data.host} readAgain={retry} />;
}

function ContactForm({ host, readAgain }: { host: NonNullable<HostContactQuery['host']>; readAgain: () => void }) {
  const [name, setName] = useState(host.contactName ?? '');
  const [email, setEmail] = useState(host.contactEmail ?? '');
  const [phone, setPhone] = useState(host.contactPhone ?? '');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(NameHostContact);
  const navigate = useNavigate();
  const missing = [
    ...(name.trim() === '' ? [{ field: 'name', message: 'Enter a name' }] : []),
    ...(email.trim() === '' ? [{ field: 'email', message: 'Enter an e-mail address at work' }] : []),
  ];
  const save = () =>
    submit(missing, async () => {
      const outcome = await run({ hostId: host.id, expectedVersion: host.version, name, email, phone: phone || null });
      if ('problem' in outcome) return outcome;
      const { nameHostContact: answer } = outcome.data;
      if (answer.__typename === 'NameHostContactRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals) };
      }
      await navigate(hostPath(host.id), { state: { said: `${name.trim()} is the contact now.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      intro={<p>One named person, so that nobody waits for an answer that nobody gives. Use addresses at work only.</p>}
      beside={<Link href={hostPath(host.id)}>Cancel</Link>}
    >
      <TextInput
        id="name"
        label="Name"
        value={name}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
        error={errorFor(sending.errors, 'name')}
      />
      <TextInput
        id="email"
        label="E-mail address at work"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorFor(sending.errors, 'email')}
      />
      <TextInput
        id="phone"
        label="Telephone number at work (if there is one)"
        type="tel"
        autoComplete="off"
        characters={20}
        maxLength={30}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        error={errorFor(sending.errors, 'phone')}
      />
    </FormPage>
  );
}
