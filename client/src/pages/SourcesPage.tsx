import { paths } from '../paths.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

const data = [
  {
    what: 'Regions, integrated care boards, trusts',
    from: 'NHS Organisation Data Service',
    as: 'Boards as of 1 April 2026; trusts open in July 2026',
  },
  {
    what: 'Hospital sites',
    from: 'NHS Organisation Data Service, through the Royal College of Paediatrics and Child Health',
    as: '2024; sites with children’s services, so not every site',
  },
  {
    what: 'Postcode districts',
    from: 'Office for National Statistics, National Statistics Postcode Lookup',
    as: 'May 2025',
  },
  {
    what: 'Professions, numbers on the Register',
    from: 'Health and Care Professions Council',
    as: '14 January 2025',
  },
];

/** Where rules and data come from, and under which licence. */
export const SourcesPage = () => (
  <Page title="Sources" width="wide">
    <div className="nhsuk-u-reading-width">
      <h2>Rules</h2>
      <p>
        The rules come from public pages of the Health and Care Professions Council (HCPC). Where HCPC is silent, some
        come from pages of the national return to practice programme, professional bodies and NHS trusts. We explain
        them in our own words.
      </p>
      <p>
        <Link href={paths.eligibility}>Check what you need</Link>: the result names the page behind each rule, with a
        link and the day we read it. “Assumed” marks our own reading where the pages leave room.
      </p>
      <p>Rules and fees change. If HCPC’s page says something else, HCPC is right.</p>
      <h2>Data</h2>
    </div>
    <DataTable
      caption="Data shown in this service"
      hideCaption
      columns={[
        { heading: 'What', cell: ({ what }) => what },
        { heading: 'From', cell: ({ from }) => from },
        { heading: 'As of', cell: ({ as }) => as },
      ]}
      rows={data}
      rowKey={({ what }) => what}
    />
    <div className="nhsuk-u-reading-width">
      <p>
        Contains NHS Organisation Data Service data and National Statistics data © Crown copyright and database right
        2026; contains Royal Mail data © Royal Mail copyright and database right 2026. Used under the{' '}
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
          Open Government Licence v3.0
        </a>
        .
      </p>
      <p>Names of organisations were put into ordinary capitals by a program, so an abbreviation may look odd.</p>
    </div>
  </Page>
);
