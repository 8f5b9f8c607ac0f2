import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { choicesOf } from '../ui/words.ts';
import { Ranking } from './Ranking.tsx';
import type { WishDraft, WishStep } from './wish.ts';
import { adjustments, preferences, sayTime, settings, travelModes, weekdayChoices } from './words.ts';

interface WishFieldsProps {
  draft: WishDraft;
  onChange: (changes: Partial<WishDraft>) => void;
  errors: readonly FieldError[];
}

const minutesChoices = [15, 30, 45, 60, 75, 90, 120].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} minutes`,
}));

const timesFrom = (first: number, last: number) =>
  Array.from({ length: (last - first) / 30 + 1 }, (_, index) => first + index * 30).map((minutes) => ({
    value: String(minutes),
    label: sayTime(minutes),
  }));

/** A choice that stands in a request but not in the list: it stays possible. */
const withOwn = (choices: readonly { value: string; label: string }[], value: string, label: string) =>
  choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label }];

/** How the way to a placement may be. */
const TravelFields = ({ draft, onChange, errors }: WishFieldsProps) => (
  <>
    <Radios
      id="travelMode"
      name="travelMode"
      label="How would you travel?"
      choices={choicesOf(travelModes)}
      value={draft.travelMode}
      onChange={(travelMode) => onChange({ travelMode })}
      error={errorFor(errors, 'travelMode')}
    />
    <Select
      id="travelMinutes"
      label="The longest way you can go, from door to door, one way"
      hint="We never offer a place that is farther. The times are estimates."
      value={draft.travelMinutes}
      onChange={(event) => onChange({ travelMinutes: event.target.value })}
      options={withOwn(minutesChoices, draft.travelMinutes, `${draft.travelMinutes} minutes`)}
      error={errorFor(errors, 'travelMinutes')}
    />
  </>
);

/** On which days and at which hours somebody can come. */
const DayFields = ({ draft, onChange, errors }: WishFieldsProps) => (
  <>
    <Checkboxes
      id="weekdays"
      name="weekdays"
      label="On which days can you come?"
      hint="More days make more places fit."
      choices={weekdayChoices}
      values={draft.weekdays}
      onChange={(weekdays) => onChange({ weekdays })}
      error={errorFor(errors, 'weekdays')}
    />
    <Select
      id="daysAWeek"
      label="How many days a week at least?"
      value={draft.daysAWeek}
      onChange={(event) => onChange({ daysAWeek: event.target.value })}
      options={[1, 2, 3, 4, 5, 6, 7].map((days) => ({
        value: String(days),
        label: days === 1 ? '1 day' : `${days} days`,
      }))}
      error={errorFor(errors, 'daysAWeek')}
    />
    <Select
      id="dayStartsAt"
      label="The earliest you can begin"
      value={draft.dayStartsAt}
      onChange={(event) => onChange({ dayStartsAt: event.target.value })}
      options={timesFrom(360, 720)}
    />
    <Select
      id="dayEndsAt"
      label="The latest you can end"
      value={draft.dayEndsAt}
      onChange={(event) => onChange({ dayEndsAt: event.target.value })}
      options={timesFrom(720, 1320)}
    />
    <Select
      id="minutesADay"
      label="The shortest day that is worth the way"
      value={draft.minutesADay}
      onChange={(event) => onChange({ minutesADay: event.target.value })}
      options={[2, 3, 4, 5, 6, 7].map((hours) => ({ value: String(hours * 60), label: `${hours} hours` }))}
      error={errorFor(errors, 'minutesADay')}
    />
  </>
);

const errorOfDate = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

/** When it may begin, and for how long. */
const DateFields = ({ draft, onChange, errors }: WishFieldsProps) => (
  <>
    <DateInput
      id="earliest"
      label="The earliest day you can start"
      value={draft.earliest}
      onChange={(earliest) => onChange({ earliest })}
      error={errorOfDate(errors, 'earliest')}
    />
    <DateInput
      id="latest"
      label="The latest day you can start"
      hint="We never offer a place that begins later."
      value={draft.latest}
      onChange={(latest) => onChange({ latest })}
      error={errorOfDate(errors, 'latest')}
    />
    <Select
      id="noticeDays"
      label="How long before the start must you know?"
      value={draft.noticeDays}
      onChange={(event) => onChange({ noticeDays: event.target.value })}
      options={[7, 14, 28, 42, 56].map((days) => ({
        value: String(days),
        label: days === 7 ? '1 week' : `${days / 7} weeks`,
      }))}
    />
    <TextInput
      id="daysNeeded"
      label="How many supervised days do you look for?"
      inputMode="numeric"
      autoComplete="off"
      characters={4}
      value={draft.daysNeeded}
      onChange={(event) => onChange({ daysNeeded: event.target.value })}
      error={errorFor(errors, 'daysNeeded')}
    />
  </>
);

/** What somebody needs at work. */
const SupportFields = ({ draft, onChange }: WishFieldsProps) => (
  <Checkboxes
    id="adjustments"
    name="adjustments"
    label="What do you need at work? (if anything)"
    hint="The site sees what you choose here, and never why. We never offer a place that cannot do it."
    choices={choicesOf(adjustments)}
    values={draft.adjustments}
    onChange={(values) => onChange({ adjustments: values })}
  />
);

/** What somebody would rather have. Nothing here rules a place out. */
const LikeFields = ({ draft, onChange }: WishFieldsProps) => (
  <>
    <Checkboxes
      id="likedWeekdays"
      name="likedWeekdays"
      label="Which days do you like best? (if any)"
      legendSize="s"
      choices={weekdayChoices.filter(({ value }) => draft.weekdays.includes(value))}
      values={draft.likedWeekdays}
      onChange={(likedWeekdays) => onChange({ likedWeekdays })}
    />
    <Checkboxes
      id="likedSettings"
      name="likedSettings"
      label="Which kind of work do you like best? (if any)"
      legendSize="s"
      choices={choicesOf(settings)}
      values={draft.likedSettings}
      onChange={(likedSettings) => onChange({ likedSettings })}
    />
    <Radios
      id="wantsPaid"
      name="wantsPaid"
      label="Would a paid support post be better for you?"
      legendSize="s"
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'It makes no difference' },
      ]}
      value={draft.wantsPaid}
      onChange={(wantsPaid) => onChange({ wantsPaid })}
    />
    <Ranking
      label="What matters most to you?"
      hint="Put what matters most at the top. It decides between places that all fit."
      items={draft.ranking}
      say={(item) => preferences[item as keyof typeof preferences]}
      onChange={(ranking) => onChange({ ranking })}
    />
  </>
);

const fieldsOf = {
  travel: TravelFields,
  days: DayFields,
  dates: DateFields,
  support: SupportFields,
  wishes: LikeFields,
} as const satisfies Record<WishStep, (props: WishFieldsProps) => React.ReactNode>;

/** The questions of one step. */
export function WishFields({ step, ...props }: WishFieldsProps & { step: WishStep }) {
  const Fields = fieldsOf[step];
  return <Fields {...props} />;
}
