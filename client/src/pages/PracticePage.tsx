import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlaceAnswer, PracticePeriodInput } from '../generated/graphql.ts';
import { knownParts, places } from '../returners/places.ts';
import { useProfileChange } from '../returners/profile.ts';
import { ProfileFormPage, useBackToProfile, WithProfile, type ProfileKnown } from '../returners/ProfileFormPage.tsx';
import { emptyDate, readApproximateDate, typedFrom, type DatePart, type TypedDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const title = 'Where you practised';

/** Adds a post to the practice history, or changes the one that the address names by its number. */
export function PracticePage() {
  const [search] = useSearchParams();
  const entry = search.get('entry');
  return (
    <WithProfile title={title}>
      {({ returner }) => <PostForm key={entry} returner={returner} index={Number(entry ?? '') - 1} />}
    </WithProfile>
  );
}

const isPlace = (value: string): value is PlaceAnswer => Object.hasOwn(places, value);

/** The server's paths name the post by its place in the list; here there is one post. */
const fieldOf = (path: readonly string[]): string | undefined => {
  const date = path.find((part) => part === 'from' || part === 'to');
  if (date === undefined) return path.at(-1);
  const part = path.find((one): one is DatePart => one === 'day' || one === 'month' || one === 'year');
  return datePartId(date, part ?? 'year');
};

function PostForm({ returner, index }: Pick<ProfileKnown, 'returner'> & { index: number }) {
  const all: PracticePeriodInput[] = (returner.practiceHistory ?? []).map(({ work, place, from, to }) => ({
    work,
    place,
    from: knownParts(from),
    to: to === null ? null : knownParts(to),
  }));
  const before = returner.practiceHistory?.[index];
  const [work, setWork] = useState(before?.work ?? '');
  const [place, setPlace] = useState<string>(before?.place ?? '');
  const [from, setFrom] = useState<TypedDate>(before === undefined ? emptyDate : typedFrom(knownParts(before.from)));
  const [to, setTo] = useState<TypedDate>(before?.to ? typedFrom(knownParts(before.to)) : emptyDate);
  const [goesOn, setGoesOn] = useState(before?.to === null);
  const { submit, ...sending } = useSending();
  const change = useProfileChange(fieldOf);
  const back = useBackToProfile();
  const save = (practiceHistory: PracticePeriodInput[], missing: FieldError[] = []) =>
    submit(missing, async () => {
      const sent = await change({ returnerId: returner.id, expectedVersion: returner.version, practiceHistory });
      if ('done' in sent) await back();
      return sent;
    });
  const send = () => {
    const start = readApproximateDate(from, 'when it began');
    const end = goesOn ? undefined : readApproximateDate(to, 'when it ended');
    const missing: FieldError[] = [
      ...(work.trim() === '' ? [{ field: 'work', message: 'Say in a few words what the work was' }] : []),
      ...(isPlace(place) ? [] : [{ field: 'place', message: 'Choose where it was' }]),
      ...('message' in start ? [{ field: datePartId('from', start.part), message: start.message }] : []),
      ...(end !== undefined && 'message' in end ? [{ field: datePartId('to', end.part), message: end.message }] : []),
    ];
    if (missing.length > 0 || !isPlace(place) || 'message' in start || (end !== undefined && 'message' in end)) {
      return save([], missing);
    }
    const post = { work: work.trim(), place, from: start.date, to: end === undefined ? null : end.date };
    return save(before === undefined ? [...all, post] : all.map((one, at) => (at === index ? post : one)));
  };
  const errorOfDate = (id: string) =>
    sending.errors.find(({ field }) => field !== undefined && field.startsWith(`${id}-`))?.message;
  return (
    <ProfileFormPage title={title} sending={sending} onSend={() => void send()}>
      <TextArea
        id="work"
        label="What was the work?"
        hint="For example: community team, children. Name no patients and no colleagues."
        maxLength={300}
        rows={3}
        value={work}
        onChange={(event) => setWork(event.target.value)}
        error={errorFor(sending.errors, 'work')}
      />
      <Radios
        id="place"
        name="place"
        label="Where was it?"
        legendSize="s"
        choices={Object.entries(places).map(([value, label]) => ({ value, label }))}
        value={place}
        onChange={setPlace}
        error={errorFor(sending.errors, 'place')}
      />
      <DateInput
        id="from"
        label="When did it begin?"
        legendSize="s"
        hint="A year is enough."
        approximate
        value={from}
        onChange={setFrom}
        error={errorOfDate('from')}
      />
      <Checkboxes
        id="goesOn"
        name="goesOn"
        label="Has it ended?"
        legendSize="s"
        choices={[{ value: 'goesOn', label: 'No, I still do this work' }]}
        values={goesOn ? ['goesOn'] : []}
        onChange={(values) => setGoesOn(values.length > 0)}
      />
      {goesOn ? null : (
        <DateInput
          id="to"
          label="When did it end?"
          legendSize="s"
          approximate
          value={to}
          onChange={setTo}
          error={errorOfDate('to')}
        />
      )}
      {before === undefined ? null : (
        <Button
          type="button"
          look="secondary"
          small
          busy={sending.busy}
          onClick={() => void save(all.filter((_, at) => at !== index))}
        >
          Take this post out
        </Button>
      )}
    </ProfileFormPage>
  );
}
