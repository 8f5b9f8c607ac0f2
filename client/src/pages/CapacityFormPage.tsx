import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { hostPath, paths } from '../paths.ts';
import {
  capacityField,
  capacityOf,
  newCapacity,
  readCapacity,
  type CapacityDraft,
} from '../placements/capacity-draft.ts';
import { CapacityFields, type SupervisorsToChoose } from '../placements/CapacityFields.tsx';
import { Inset } from '../ui/Callouts.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import type { Problem } from '../ui/States.tsx';
import { useDraft } from '../ui/useDraft.ts';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SiteForCapacity = graphql(`
  query SiteForCapacity($id: ID!) {
    professions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    placementSite(id: $id) {
      id
      name
      host {
        id
        name
        viewerMayManage
        region {
          id
          boards(first: 100) {
            nodes {
              id
              name
              closedOn
            }
          }
        }
        supervisors(first: 100) {
          countUpTo1000
          nodes {
            id
            displayName
          }
        }
      }
    }
  }
`);

const OfferToChange = graphql(`
  query OfferToChange($id: ID!) {
    capacityOffer(id: $id) {
      ...CapacityOfferFields
      host {
        id
        name
        region {
          id
          boards(first: 100) {
            nodes {
              id
              name
              closedOn
            }
          }
        }
        supervisors(first: 100) {
          countUpTo1000
          nodes {
            id
            displayName
          }
        }
      }
    }
  }
`);

const AddCapacityOffer = graphql(`
  mutation AddCapacityOffer($input: AddCapacityOfferInput!) {
    addCapacityOffer(input: $input) {
      ... on CapacityOfferAdded {
        capacityOffer {
          ...CapacityOfferFields
        }
      }
      ... on AddCapacityOfferRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const ChangeCapacityOffer = graphql(`
  mutation ChangeCapacityOffer($input: ChangeCapacityOfferInput!) {
    changeCapacityOffer(input: $input) {
      ... on CapacityOfferChanged {
        capacityOffer {
          ...CapacityOfferFields
        }
      }
      ... on ChangeCapacityOfferRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Enters the places of a site, or its no. */
export function AddCapacityPage() {
  const [search] = useSearchParams();
  const id = search.get('site') ?? '';
  const { data, instead } = useAnswer(SiteForCapacity, { id }, 'the site', 'cache-first');
  const { run } = useCommand(AddCapacityOffer);
  if (data === undefined) return <Page title="Enter places">{instead}</Page>;
  const site = data.placementSite;
  if (site === null || !site.host.viewerMayManage) return <NotFoundPage />;
  return (
    <CapacityForm
      title="Enter places"
      draftName={`capacity:${site.id}`}
      initial={newCapacity}
      siteName={`${site.name}, ${site.host.name}`}
      backHref={hostPath(site.host.id)}
      professions={data.professions.nodes}
      supervisors={site.host.supervisors}
      boards={openBoards(site.host.region)}
      send={async (capacity) => {
        const outcome = await run({ placementSiteId: site.id, ...capacity });
        if ('problem' in outcome) return outcome;
        const { addCapacityOffer: answer } = outcome.data;
        return answer.__typename === 'CapacityOfferAdded' ? { refusals: [] } : answer;
      }}
    />
  );
}

/** Changes what a site offers. */
export function ChangeCapacityPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(OfferToChange, { id }, 'the offer');
  const { run } = useCommand(ChangeCapacityOffer);
  if (data === undefined) return <Page title="Change an offer">{instead}</Page>;
  const offer = data.capacityOffer;
  if (offer === null) return <NotFoundPage />;
  return (
    <CapacityForm
      title="Change an offer"
      draftName={`capacity:${offer.id}:${offer.version}`}
      initial={capacityOf(offer)}
      siteName={`${offer.profession.name} at ${offer.site.name}, ${offer.host.name}`}
      backHref={paths.capacity}
      professions={[]}
      supervisors={offer.host.supervisors}
      boards={openBoards(offer.host.region)}
      fixedProfession
      send={async ({ professionCode: _fixed, ...capacity }) => {
        const outcome = await run({ capacityOfferId: offer.id, expectedVersion: offer.version, ...capacity });
        if ('problem' in outcome) return outcome;
        const { changeCapacityOffer: answer } = outcome.data;
        if (answer.__typename === 'CapacityOfferChanged') return { refusals: [] };
        if (isConflict(answer.refusals)) retry();
        return answer;
      }}
    />
  );
}

const openBoards = ({
  boards,
}: {
  boards: { nodes: readonly { id: string; name: string; closedOn: string | null }[] };
}): readonly { id: string; name: string }[] => boards.nodes.filter(({ closedOn }) => closedOn === null);

type Read = Extract<ReturnType<typeof readCapacity>, { capacity: unknown }>['capacity'];

interface CapacityFormProps {
  title: string;
  draftName: string;
  initial: CapacityDraft;
  siteName: string;
  backHref: string;
  professions: readonly { code: string; name: string }[];
  supervisors: SupervisorsToChoose;
  boards: readonly { id: string; name: string }[];
  fixedProfession?: boolean;
  send: (capacity: Read) => Promise<{ refusals: readonly RefusalTold[] } | { problem: Problem }>;
}

function CapacityForm({
  title,
  draftName,
  initial,
  siteName,
  backHref,
  professions,
  supervisors,
  boards,
  fixedProfession = false,
  send,
}: CapacityFormProps) {
  const viewer = useViewer();
  const { draft, change, forget } = useDraft(draftName, initial);
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const save = () => {
    const read = readCapacity(draft);
    return submit('errors' in read ? read.errors : [], async () => {
      if ('errors' in read) return read;
      const answer = await send(read.capacity);
      if ('problem' in answer) return answer;
      if (answer.refusals.length > 0) return { errors: errorsFrom(answer.refusals, capacityField) };
      forget();
      await navigate(paths.capacity, { state: { said: 'The offer is saved and confirmed today.' } });
      return { done: true };
    });
  };
  return (
    <FormPage
      title={title}
      caption={siteName}
      backHref={backHref}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      intro={
        viewer?.role === 'COORDINATOR' ? (
          <Inset>
            <p>You enter this for the site. It is marked so, and the site is asked to confirm it later.</p>
          </Inset>
        ) : undefined
      }
      beside={<Link href={backHref}>Cancel</Link>}
    >
      <CapacityFields
        draft={draft}
        onChange={change}
        errors={sending.errors}
        professions={professions}
        supervisors={supervisors}
        boards={boards}
        fixedProfession={fixedProfession}
      />
    </FormPage>
  );
}
