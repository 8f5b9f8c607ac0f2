import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { hostPath } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostForSite = graphql(`
  query HostForSite($id: ID!) {
    host(id: $id) {
      id
      name
      viewerMayManage
    }
  }
`);

const AddPlacementSite = graphql(`
  mutation AddPlacementSite($input: AddPlacementSiteInput!) {
    addPlacementSite(input: $input) {
      ... on PlacementSiteAdded {
        placementSite {
          id
          name
        }
      }
      ... on AddPlacementSiteRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Add a site';

/** Puts a place of work of an organisation on the list. */
export function AddSitePage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(HostForSite, { id }, 'the organisation', 'cache-first');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.host === null || !data.host.viewerMayManage) return <NotFoundPage />;
  return <SiteForm host={data.host} />;
}

function SiteForm({ host }: { host: { id: string; name: string } }) {
  const [name, setName] = useState('');
  const [postcode, setPostcode] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AddPlacementSite);
  const navigate = useNavigate();
  const missing = [
    ...(name.trim() === '' ? [{ field: 'name', message: 'Enter the name of the site' }] : []),
    ...(postcode.trim() === '' ? [{ field: 'postcode', message: 'Enter its postcode' }] : []),
  ];
  const save = () =>
    submit(missing, async () => {
      const outcome = await run({ hostId: host.id, name, postcode });
      if ('problem' in outcome) return outcome;
      const { addPlacementSite: answer } = outcome.data;
      if (answer.__typename === 'AddPlacementSiteRefused') return { errors: errorsFrom(answer.refusals) };
      await navigate(hostPath(host.id), {
        state: { said: `${answer.placementSite.name} is on the list. Say what is known of it, or enter places, next.` },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Add the site"
      onSend={() => void save()}
      beside={<Link href={hostPath(host.id)}>Cancel</Link>}
    >
      <TextInput
        id="name"
        label="Name of the site"
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errorFor(sending.errors, 'name')}
      />
      <TextInput
        id="postcode"
        label="Postcode"
        hint="For example BS1 4ND. Ways to it are reckoned from here."
        autoComplete="off"
        characters={10}
        maxLength={10}
        value={postcode}
        onChange={(event) => setPostcode(event.target.value)}
        error={errorFor(sending.errors, 'postcode')}
      />
    </FormPage>
  );
}
