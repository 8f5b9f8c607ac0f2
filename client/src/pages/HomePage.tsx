import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Cards, LinkCard } from '../ui/Card.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { PageHeading } from '../ui/Page.tsx';

const updatingPage = 'https://www.hcpc-uk.org/registration/returning-to-practice/updating-your-knowledge-and-skills/';

const amounts = [
  { out: 'Less than 2 years', days: 'None' },
  { out: '2 years to less than 5 years', days: '30 days' },
  { out: '5 years or more', days: '60 days' },
];

/** What the service is, the way in, what it promises and how returning works. */
export const HomePage = () => (
  <main id="main">
    <div className="rtp-hero">
      <div className="nhsuk-width-container">
        <PageHeading title="Go back to the work you trained for" browserTitle="Home" size="xl" />
        <p>
          You left the Register of the Health and Care Professions Council (HCPC), and you want to come back. Find out
          what you need to do, how long it takes and what it costs.
        </p>
        <ButtonLink href={paths.eligibility} look="reverse">
          Start now
        </ButtonLink>
        <p className="rtp-hero__note">Takes about 90 seconds. No account. “About when” is a good enough date.</p>
      </div>
    </div>
    <div className="nhsuk-width-container nhsuk-main-wrapper">
      <section aria-labelledby="how-it-works">
        <h2 id="how-it-works">How coming back works</h2>
        <ol className="rtp-steps">
          <li>
            <h3 className="nhsuk-heading-s">Check what you need</h3>
            <p>A few questions tell you your route, your days and your fees. Each answer shows its source.</p>
          </li>
          <li>
            <h3 className="nhsuk-heading-s">Plan your days</h3>
            <p>Try days a week and holidays. See when you could be back, and what holds you up.</p>
          </li>
          <li>
            <h3 className="nhsuk-heading-s">Update your skills</h3>
            <p>Supervised practice, formal study and private study, in a mix that suits you. Log days as you go.</p>
          </li>
          <li>
            <h3 className="nhsuk-heading-s">Apply to HCPC</h3>
            <p>You send the form and the evidence. HCPC decides, and puts you back on the Register.</p>
          </li>
        </ol>
      </section>

      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <section aria-labelledby="how-many-days">
            <h2 id="how-many-days">How many days it takes</h2>
            <p>It depends on how long you have not practised, not on how long you have been off the Register.</p>
            <DataTable
              caption="Days of updating by time out of practice"
              hideCaption
              columns={[
                { heading: 'Time out of practice', cell: ({ out }) => out },
                { heading: 'Updating you need', cell: ({ days }) => days },
              ]}
              rows={amounts}
              rowKey={({ out }) => out}
            />
            <p className="rtp-source">
              One day is 7 hours. No more than half may be private study. There are no exams. Source:{' '}
              <a href={updatingPage}>HCPC, updating your knowledge and skills</a>, read on 21 November 2026.
            </p>
          </section>
          <section aria-labelledby="what-we-promise">
            <h2 id="what-we-promise">What we promise</h2>
            <ul>
              <li>You see the rule behind every answer, with a link and the day we read it.</li>
              <li>Where HCPC’s words leave room and we had to choose, it says “assumed”.</li>
              <li>Where only a person can decide, we say so and say who.</li>
              <li>What you answer before you have an account stays in this browser tab.</li>
            </ul>
            <p>
              HCPC sets the rules but cannot find placements. Here you say when and where you can come, see the odds
              first, and a coordinator of your region looks for a place. You can also{' '}
              <Link href={paths.trusts}>see the NHS trusts near you</Link>.
            </p>
          </section>
        </div>
      </div>

      <h2 className="nhsuk-u-visually-hidden">More you can do here</h2>
      <Cards>
        <li>
          <LinkCard href={paths.forecast} heading="When could I be back?">
            <p>Change days a week, study and holidays, and watch the date move.</p>
          </LinkCard>
        </li>
        <li>
          <LinkCard href={paths.professions} heading="Professions">
            <p>The 15 professions on the HCPC Register, and when each one renews.</p>
          </LinkCard>
        </li>
        <li>
          <LinkCard href={paths.trusts} heading="NHS organisations">
            <p>Regions, integrated care boards, trusts and hospital sites in England.</p>
          </LinkCard>
        </li>
      </Cards>
    </div>
  </main>
);
