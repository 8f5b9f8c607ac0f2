import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { WithProfile, type ProfileKnown } from '../returners/ProfileFormPage.tsx';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

const GiveConsent = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) {
      ... on ConsentGiven {
        returner {
          ...ProfileFields
        }
      }
      ... on GiveConsentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const WithdrawConsent = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      ... on ConsentWithdrawn {
        returner {
          ...ProfileFields
        }
      }
      ... on WithdrawConsentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'What do you agree to?';

const questions = {
  SHARE_WITH_COORDINATORS: 'Sharing with coordinators',
  CONTACT_BY_EMAIL: 'E-mail',
} as const;

/** Gives and takes back consents, each in the exact words that it is about. */
export const SharingPage = () => (
  <WithProfile title={title}>{({ returner }) => <SharingForm returner={returner} />}</WithProfile>
);

type Choice = ProfileKnown['returner']['consentChoices'][number];

function SharingForm({ returner }: Pick<ProfileKnown, 'returner'>) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(returner.consentChoices.map(({ kind, isGiven }) => [kind, isGiven ? 'yes' : 'no'])),
  );
  const { submit, ...sending } = useSending();
  const give = useCommand(GiveConsent);
  const withdraw = useCommand(WithdrawConsent);
  const navigate = useNavigate();

  const decide = async ({ kind, wordingVersion }: Choice): Promise<Sent> => {
    if (chosen[kind] === 'yes') {
      const outcome = await give.run({ returnerId: returner.id, kind, wordingVersion });
      if ('problem' in outcome) return outcome;
      const { giveConsent } = outcome.data;
      return giveConsent.__typename === 'ConsentGiven'
        ? { done: true }
        : { errors: errorsFrom(giveConsent.refusals, () => kind) };
    }
    const outcome = await withdraw.run({ returnerId: returner.id, kind });
    if ('problem' in outcome) return outcome;
    const { withdrawConsent } = outcome.data;
    return withdrawConsent.__typename === 'ConsentWithdrawn'
      ? { done: true }
      : { errors: errorsFrom(withdrawConsent.refusals, () => kind) };
  };

  const send = () =>
    submit([], async () => {
      for (const choice of returner.consentChoices) {
        if ((chosen[choice.kind] === 'yes') === choice.isGiven) continue;
        // One after the other: each is a line of its own in the ledger.
        const sent = await decide(choice);
        if (!('done' in sent)) return sent;
      }
      await navigate(paths.pathway);
      return { done: true };
    });

  return (
    <FormPage
      title={title}
      caption="Your profile"
      backHref={paths.pathway}
      sending={sending}
      send="Save"
      onSend={() => void send()}
      intro={<p>You choose. Your answer changes nothing about your rights with HCPC. You can change it at any time.</p>}
      beside={<Link href={paths.pathway}>Cancel</Link>}
    >
      {returner.consentChoices.map(({ kind, text }) => (
        <Radios
          key={kind}
          id={kind}
          name={kind}
          label={questions[kind]}
          hint={<span className="rtp-wording">“{text}”</span>}
          choices={[
            { value: 'yes', label: 'Yes, I agree' },
            { value: 'no', label: 'No' },
          ]}
          value={chosen[kind]}
          onChange={(value) => setChosen({ ...chosen, [kind]: value })}
          error={errorFor(sending.errors, kind)}
        />
      ))}
    </FormPage>
  );
}
