import { useEffect, useState } from 'react';
import { sayDate, readWholeDate, typedFromDate, emptyDate, type TypedDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Radios } from '../ui/Choices.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { sayDayCount } from '../ui/duration.ts';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { daysAWeekChoices, sayMix, usualMixes, type Mix, type Plan } from './plan.ts';

/** How long after the last key a change is taken, in milliseconds. */
const pause = 200;

interface PlanFormProps {
  plan: Plan;
  onChange: (plan: Plan) => void;
  /** False where it is known how many days are needed. */
  asksDays?: boolean;
}

/** The plan's settings. Each change is taken at once; nothing needs to be sent. */
export function PlanForm({ plan, onChange, asksDays = true }: PlanFormProps) {
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      {asksDays ? (
        <Radios
          id="required-days"
          name="required-days"
          label="Days of updating you need"
          legendSize="s"
          choices={[
            { value: '30', label: '30 days' },
            { value: '60', label: '60 days' },
          ]}
          value={String(plan.requiredDays)}
          onChange={(value) => onChange({ ...plan, requiredDays: value === '60' ? 60 : 30 })}
        />
      ) : null}
      <Select
        id="days-a-week"
        label={<strong>Days a week</strong>}
        hint="One day is 7 hours"
        value={String(plan.daysAWeek)}
        onChange={(event) => onChange({ ...plan, daysAWeek: Number(event.target.value) })}
        options={daysAWeekChoices.map((days) => ({ value: String(days), label: sayDayCount(days) }))}
      />
      <MixFields key={sayMix(plan.mix)} mix={plan.mix} onChange={(mix) => onChange({ ...plan, mix })} />
      <StartField startOn={plan.startOn} onChange={(startOn) => onChange({ ...plan, startOn })} />
      <WeeksOff weeksOff={plan.weeksOff} onChange={(weeksOff) => onChange({ ...plan, weeksOff })} />
    </form>
  );
}

const own = 'own';

const parts = [
  { part: 'supervised', label: 'Supervised practice, in percent' },
  { part: 'formal', label: 'Formal study, in percent' },
  { part: 'private', label: 'Private study, in percent' },
] as const;

/** A usual mix, or one of the person's own in percent. */
function MixFields({ mix, onChange }: { mix: Mix; onChange: (mix: Mix) => void }) {
  const known = usualMixes.find((usual) => sayMix(usual.mix) === sayMix(mix));
  const [choice, setChoice] = useState(known === undefined ? own : sayMix(known.mix));
  const [typed, setTyped] = useState({
    supervised: String(mix.supervised),
    formal: String(mix.formal),
    private: String(mix.private),
  });
  const read: Mix = {
    supervised: Number(typed.supervised || NaN),
    formal: Number(typed.formal || NaN),
    private: Number(typed.private || NaN),
  };
  const sum = read.supervised + read.formal + read.private;
  const fits = sum === 100 && Object.values(read).every((part) => Number.isInteger(part) && part >= 0);
  const take = () => {
    if (fits && sayMix(read) !== sayMix(mix)) onChange(read);
  };
  return (
    <>
      <Select
        id="mix"
        label={<strong>Mix of study</strong>}
        hint="No more than half may be private study"
        value={choice}
        onChange={(event) => {
          setChoice(event.target.value);
          const chosen = usualMixes.find((usual) => sayMix(usual.mix) === event.target.value);
          if (chosen !== undefined) onChange(chosen.mix);
        }}
        options={[
          ...usualMixes.map((usual) => ({ value: sayMix(usual.mix), label: usual.name })),
          { value: own, label: 'My own mix' },
        ]}
      />
      {choice === own ? (
        <div className="rtp-own-mix">
          {parts.map(({ part, label }) => (
            <TextInput
              key={part}
              id={`mix-${part}`}
              label={label}
              inputMode="numeric"
              characters={3}
              value={typed[part]}
              onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
              onBlur={take}
              error={
                part === 'private' && !fits
                  ? `The three must be whole numbers that make 100${Number.isFinite(sum) ? `. They make ${sum}` : ''}`
                  : undefined
              }
            />
          ))}
          <Button type="button" look="secondary" small onClick={take}>
            Use this mix
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** The first day of the plan; empty means today. */
function StartField({ startOn, onChange }: { startOn: string; onChange: (startOn: string) => void }) {
  const [typed, setTyped] = useState<TypedDate>(startOn === '' ? emptyDate : typedFromDate(startOn));
  const isEmpty = Object.values(typed).every((part) => part.trim() === '');
  // A date still being typed is no mistake yet.
  const isWhole = typed.day !== '' && typed.month !== '' && typed.year.length >= 4;
  const reading = readWholeDate(typed, 'the start date');
  const read = isEmpty ? '' : 'date' in reading ? reading.date : undefined;
  useEffect(() => {
    if (read === undefined || read === startOn) return undefined;
    const timer = setTimeout(() => onChange(read), pause);
    return () => clearTimeout(timer);
  });
  const error = isWhole && 'message' in reading ? reading : undefined;
  return (
    <DateInput
      id="start"
      label="Start date"
      legendSize="s"
      hint="Leave it empty to start today"
      value={typed}
      onChange={setTyped}
      error={error?.message}
      wrongPart={error?.part}
    />
  );
}

/** Weeks without updating: holidays, or anything else. */
function WeeksOff({ weeksOff, onChange }: { weeksOff: readonly string[]; onChange: (weeksOff: string[]) => void }) {
  const [day, setDay] = useState('');
  const isNew = day !== '' && !weeksOff.includes(day);
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Weeks off</legend>
      {weeksOff.length === 0 ? null : (
        <ul className="rtp-weeks-off">
          {weeksOff.map((from) => (
            <li key={from}>
              From {sayDate(from)}{' '}
              <button
                type="button"
                className="rtp-link-button"
                onClick={() => onChange(weeksOff.filter((one) => one !== from))}
              >
                Remove <span className="nhsuk-u-visually-hidden">the week off from {sayDate(from)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        id="week-off"
        label="First day of a week off"
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button
        type="button"
        look="secondary"
        small
        onClick={() => {
          if (!isNew) return;
          onChange([...weeksOff, day].toSorted());
          setDay('');
        }}
      >
        Add a week off
      </Button>
    </fieldset>
  );
}
