import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SiteProfileQuery } from '../generated/graphql.ts';
import { hostContactPath, hostPath } from '../paths.ts';
import { adjustments, hostChecklist, siteNeeds } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SiteProfile = graphql(`
  query SiteProfile($id: ID!) {
    placementSite(id: $id) {
      ...SiteProfileFields
      site {
        id
        name
        odsCode
      }
      host {
        id
        name
        contactName
        contactEmail
        viewerMayManage
      }
    }
  }
`);

/** What a site says of itself. */
export const SiteProfileFields = graphql(`
  fragment SiteProfileFields on PlacementSite {
    id
    version
    name
    postcode
    districtIsNearest
    district {
      id
      code
    }
    about
    atOnceAtMost
    adjustments
    needs
    checklist
    confirmedOn
  }
`);

const ConfirmSiteProfile = graphql(`
  mutation ConfirmSiteProfile($input: ConfirmSiteProfileInput!) {
    confirmSiteProfile(input: $input) {
      ... on SiteProfileConfirmed {
        placementSite {
          ...SiteProfileFields
        }
      }
      ... on ConfirmSiteProfileRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Site = NonNullable<SiteProfileQuery['placementSite']>;

const title = 'Is this right about the site?';

/** What is known of a site, in one screen: begun from public data, confirmed or changed with one press. */
export function SiteProfilePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(SiteProfile, { id }, 'the site');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const site = data.placementSite;
  return site === null || !site.host.viewerMayManage ? <NotFoundPage /> : <Profile site={site} readAgain={retry} />;
}

function Profile({ site, readAgain }: { site: Site; readAgain: () => void }) {
  const { host } = site;
  const [draft, setDraft] = useState({
    name: site.name,
    about: site.about ?? '',
    atOnceAtMost: site.atOnceAtMost === null ? '' : String(site.atOnceAtMost),
    adjustments: [...site.adjustments] as string[],
    needs: [...site.needs] as string[],
    checklist: [...site.checklist] as string[],
  });
  const change = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ConfirmSiteProfile);
  const navigate = useNavigate();
  const missing = [
    ...(draft.name.trim() === '' ? [{ field: 'name', message: 'Enter a name' }] : []),
    ...(/^\d{0,4}$/.test(draft.atOnceAtMost.trim())
      ? []
      : [{ field: 'atOnceAtMost', message: 'Enter how many at once as a number, or leave it empty' }]),
  ];
  const confirm = () =>
    submit(missing, async () => {
      const outcome = await run({
        placementSiteId: site.id,
        expectedVersion: site.version,
        name: draft.name,
        about: draft.about.trim() === '' ? null : draft.about,
        atOnceAtMost: draft.atOnceAtMost.trim() === '' ? null : Number(draft.atOnceAtMost),
        adjustments: draft.adjustments.filter((each) => isOneOf(adjustments, each)),
        needs: draft.needs.filter((each) => isOneOf(siteNeeds, each)),
        checklist: draft.checklist.filter((each) => isOneOf(hostChecklist, each)),
      });
      if ('problem' in outcome) return outcome;
      const { confirmSiteProfile: answer } = outcome.data;
      if (answer.__typename === 'ConfirmSiteProfileRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals) };
      }
      await navigate(hostPath(host.id), { state: { said: `What is known of ${draft.name} is confirmed today.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${site.name}, ${host.name}`}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Confirm"
      onSend={() => void confirm()}
      intro={
        <SummaryList
          rows={[
            {
              key: 'Postcode',
              value:
                site.districtIsNearest && site.district !== null
                  ? `${site.postcode} (assumed to lie near ${site.district.code}: we do not know its first half yet)`
                  : site.postcode,
            },
            ...(site.site === null
              ? []
              : [{ key: 'On the published list', value: `${site.site.name} (${site.site.odsCode})` }]),
            {
              key: 'Contact',
              value: host.contactName === null ? 'Nobody named yet' : `${host.contactName}, ${host.contactEmail ?? ''}`,
              action: { href: hostContactPath(host.id), text: 'Change', hidden: 'the contact' },
            },
            {
              key: 'Last confirmed',
              value: site.confirmedOn === null ? 'Never: begun from the published list' : sayDate(site.confirmedOn),
            },
          ]}
        />
      }
      beside={<Link href={hostPath(host.id)}>Not now</Link>}
    >
      <TextInput
        id="name"
        label="Name of the site"
        value={draft.name}
        maxLength={200}
        onChange={(event) => change({ name: event.target.value })}
        error={errorFor(sending.errors, 'name')}
      />
      <TextArea
        id="about"
        label="What should a returner know? (if anything)"
        hint="For example where to go on the first day. Name no patients and no staff."
        value={draft.about}
        maxLength={2000}
        onChange={(event) => change({ about: event.target.value })}
        error={errorFor(sending.errors, 'about')}
      />
      <TextInput
        id="atOnceAtMost"
        label="How many returners at once at most, of all professions together?"
        hint="Leave it empty for no limit."
        inputMode="numeric"
        autoComplete="off"
        characters={4}
        value={draft.atOnceAtMost}
        onChange={(event) => change({ atOnceAtMost: event.target.value })}
        error={errorFor(sending.errors, 'atOnceAtMost')}
      />
      <Checkboxes
        id="adjustments"
        name="adjustments"
        label="What can the site make possible?"
        legendSize="s"
        choices={choicesOf(adjustments)}
        values={draft.adjustments}
        onChange={(values) => change({ adjustments: values })}
        error={errorFor(sending.errors, 'adjustments')}
      />
      <Checkboxes
        id="needs"
        name="needs"
        label={
          <>
            What does the site need of a returner? <Assumed />
          </>
        }
        legendSize="s"
        choices={choicesOf(siteNeeds)}
        values={draft.needs}
        onChange={(needs) => change({ needs })}
        error={errorFor(sending.errors, 'needs')}
      />
      <Checkboxes
        id="checklist"
        name="checklist"
        label="What is ready?"
        hint="What is open can be settled later. From the Society of Radiographers’ advice to those who host."
        legendSize="s"
        choices={choicesOf(hostChecklist)}
        values={draft.checklist}
        onChange={(checklist) => change({ checklist })}
        error={errorFor(sending.errors, 'checklist')}
      />
    </FormPage>
  );
}
