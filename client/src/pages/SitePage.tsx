import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { SiteWithPastQuery } from '../generated/graphql.ts';
import { Filters } from '../organisations/Filters.tsx';
import { paths, sitePath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OnToday } from './OnToday.tsx';

const SiteWithPast = graphql(`
  query SiteWithPast($code: String!, $on: CalendarDate!) {
    site(odsCode: $code) {
      id
      odsCode
      name
      postcode
      boardsOn(on: $on) {
        id
        code
        name
      }
      trust {
        id
        odsCode
        name
        closedOn
        board {
          id
          code
          name
        }
        region {
          id
          name
        }
        past {
          name
          postcode
          validFrom
          validUntil
          isAssumed
          board {
            id
            name
          }
        }
      }
    }
  }
`);

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** One hospital site: its trust and board now, before, and on any day. */
export const SitePage = () => <OnToday what="the site">{(today) => <SiteOn today={today} />}</OnToday>;

function SiteOn({ today }: { today: string }) {
  const { code = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on') ?? '';
  const on = isDay(asked) ? asked : today;
  const { data, instead } = useAnswer(SiteWithPast, { code, on }, 'the site');
  if (data === undefined)
    return (
      <Page title="A hospital site" backHref={paths.sites}>
        {instead}
      </Page>
    );
  return data.site === null ? (
    <NotFoundPage />
  ) : (
    <Site site={data.site} on={on} onDay={(day) => setSearch(day === '' ? {} : { on: day })} asked={asked} />
  );
}

const boardInWords = (boards: readonly { name: string }[], on: string): string => {
  const [only] = boards;
  if (only === undefined) return `On ${sayDate(on)} its trust was not open, or we do not know.`;
  if (boards.length === 1) return `On ${sayDate(on)} it was in ${only.name}.`;
  return `On ${sayDate(on)} it was in one of these boards, and our tables do not say which: ${boards.map(({ name }) => name).join(', ')}.`;
};

interface SiteProps {
  site: NonNullable<SiteWithPastQuery['site']>;
  on: string;
  asked: string;
  onDay: (day: string) => void;
}

const Site = ({ site, on, asked, onDay }: SiteProps) => (
  <Page title={site.name} caption="Hospital site" backHref={paths.sites}>
    <SummaryList
      rows={[
        { key: 'Code', value: site.odsCode },
        { key: 'Postcode', value: site.postcode },
        {
          key: 'Trust',
          value: <Link href={`${paths.sites}?trust=${site.trust.odsCode}`}>{site.trust.name}</Link>,
        },
        { key: 'Integrated care board', value: site.trust.board.name },
        { key: 'Region', value: site.trust.region.name },
        ...(site.trust.closedOn === null ? [] : [{ key: 'Trust closed', value: sayDate(site.trust.closedOn) }]),
      ]}
    />
    <h2>In which board was it?</h2>
    <Filters
      key={asked}
      shown={{ on: asked }}
      onShow={(shown) => onDay(shown.on.trim())}
      check={({ on: day }) =>
        day.trim() === '' || isDay(day.trim())
          ? []
          : [{ field: 'on', message: 'Give a day as year, month, day. Example: 2026-03-01' }]
      }
      clearHref={sitePath(site.odsCode)}
    >
      {(field) => <TextInput {...field('on')} label="On which day" hint="For example 2026-03-01" characters={10} />}
    </Filters>
    <p role="status">{boardInWords(site.boardsOn, on)}</p>
    <h2>What its trust was before</h2>
    {site.trust.past.length === 0 ? (
      <p>We know of no change.</p>
    ) : (
      <DataTable
        caption="What its trust was before"
        hideCaption
        columns={[
          {
            heading: 'Until',
            cell: ({ validFrom, validUntil, isAssumed }) => (
              <>
                {validFrom === null ? '' : `${sayDate(validFrom)} to `}
                {sayDate(validUntil)} {isAssumed ? <Assumed /> : null}
              </>
            ),
          },
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Board', cell: ({ board }) => board.name },
          { heading: 'Postcode', cell: ({ postcode }) => postcode },
        ]}
        rows={site.trust.past}
        rowKey={({ validUntil }) => validUntil}
      />
    )}
  </Page>
);
