import { paths } from '../paths.ts';
import { places, sayPeriod } from '../returners/places.ts';
import { NearestDistrict } from '../returners/NearestDistrict.tsx';
import { WithProfile } from '../returners/ProfileFormPage.tsx';
import { Assumed } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';

const consentNames = {
  SHARE_WITH_COORDINATORS: 'Coordinators of my region may see my record',
  CONTACT_BY_EMAIL: 'E-mail about my way back',
} as const;

/** What we know about the returner, each part with the way to change it. */
export const ProfilePage = () => (
  <WithProfile title="Your profile">
    {({ returner }) => (
      <Page title="Your profile" backHref={paths.pathway}>
        <SummaryList
          rows={[
            {
              key: 'Name',
              value: returner.displayName,
              action: { href: paths.preferredName, text: 'Change' },
            },
            {
              key: 'Field of practice',
              value: returner.fieldOfPractice,
              action: { href: paths.savedAnswers, text: 'Change', hidden: 'your profession in your answers' },
            },
            {
              key: 'HCPC number',
              value: returner.hcpcNumber ?? 'Not given',
              action: {
                href: paths.hcpcNumber,
                text: returner.hcpcNumber === null ? 'Add' : 'Change',
                hidden: 'HCPC number',
              },
            },
            {
              key: 'Home postcode',
              value:
                returner.homePostcode === null ? (
                  'Not given'
                ) : (
                  <>
                    {returner.homePostcode} <NearestDistrict of={returner} />
                  </>
                ),
              action: { href: paths.homePlace, text: returner.homePostcode === null ? 'Add' : 'Change' },
            },
            {
              key: 'Region',
              value:
                returner.region === null ? (
                  'Not known'
                ) : (
                  <>
                    {returner.region.name} {returner.isRegionChosen ? '(you chose it)' : <Assumed />}
                  </>
                ),
              action: { href: paths.homePlace, text: 'Change' },
            },
          ]}
        />
        <h2>Where you practised</h2>
        <SummaryList
          rows={[
            ...(returner.practiceHistory ?? []).map((period, index) => ({
              key: sayPeriod(period),
              value: `${period.work} (${places[period.place]})`,
              action: {
                href: `${paths.practice}?entry=${index + 1}`,
                text: 'Change',
                hidden: `the work from ${sayPeriod(period)}`,
              },
            })),
            {
              key: 'More',
              value: 'You can list up to 30 posts.',
              action: { href: paths.practice, text: 'Add', hidden: 'a post' },
            },
          ]}
        />
        <h2>What you agree to</h2>
        <SummaryList
          rows={returner.consentChoices.map(({ kind, isGiven }) => ({
            key: consentNames[kind],
            value: isGiven ? 'Yes' : 'No',
            action: { href: paths.sharing, text: 'Change', hidden: `“${consentNames[kind]}”` },
          }))}
        />
        <p>
          <Link href={paths.universities}>Universities that follow your placements</Link>
        </p>
      </Page>
    )}
  </WithProfile>
);
