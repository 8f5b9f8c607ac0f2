import { useParams, useSearchParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { Standing, Timeline } from '../cohort/Past.tsx';
import { graphql } from '../generated/gql.ts';
import { returnerPath } from '../paths.ts';
import { isCalendarDate, sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const ReturnerPast = graphql(`
  query ReturnerPast($id: ID!, $on: CalendarDate!) {
    returner(id: $id) {
      id
      displayName
      describedAs
      ...PastFields
    }
  }
`);

/** One returner as on a day, which stands in the address: how things stood, and what had happened until then. */
export function ReturnerPastPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on') ?? '';
  const today = viewer?.today ?? '2026-01-01';
  const on = isCalendarDate(asked) ? asked : today;
  const { data, instead } = useAnswer(ReturnerPast, { id, on }, 'what happened');
  if (data === undefined)
    return (
      <Page title="What happened" backHref={returnerPath(id)}>
        {instead}
      </Page>
    );
  const { returner } = data;
  if (returner === null) return <NotFoundPage />;
  return (
    <Page
      title="What happened"
      caption={`${returner.displayName}, ${returner.describedAs}`}
      backHref={returnerPath(returner.id)}
    >
      <form
        key={on}
        onSubmit={(event) => {
          event.preventDefault();
          const day = new FormData(event.currentTarget).get('on');
          setSearch(typeof day === 'string' && isCalendarDate(day) ? { on: day } : {});
        }}
      >
        <TextInput id="on" name="on" label="As on" type="date" defaultValue={on} max={today} />
        <Button look="secondary" small>
          Show
        </Button>
      </form>
      <h2>On {sayDate(returner.standingOn.on)}</h2>
      <Standing standing={returner.standingOn} />
      <p className="nhsuk-u-reading-width">
        Answers, profile and plan are kept as they are now, so they are not among this.
      </p>
      <h2>Until then</h2>
      <Timeline events={returner.timeline} />
    </Page>
  );
}
