import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FirstOf } from '../ui/FirstOf.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { choicesOf } from '../ui/words.ts';
import type { CapacityDraft } from './capacity-draft.ts';
import { adjustments, answers, contracts, noReasons, sayTime, settings, weekdayChoices } from './words.ts';

/** The supervisors of the organisation, or the first of them by name. */
export interface SupervisorsToChoose {
  countUpTo1000: number;
  nodes: readonly { id: string; displayName: string }[];
}

interface CapacityFieldsProps {
  draft: CapacityDraft;
  onChange: (changes: Partial<CapacityDraft>) => void;
  errors: readonly FieldError[];
  professions: readonly { code: string; name: string }[];
  supervisors: SupervisorsToChoose;
  /** Boards to whose returners the places may be shown first. */
  boards: readonly { id: string; name: string }[];
  /** The profession of an offer that stands cannot be changed. */
  fixedProfession: boolean;
}

const errorOfDate = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

const times = Array.from({ length: 33 }, (_, index) => 360 + index * 30).map((minutes) => ({
  value: String(minutes),
  label: sayTime(minutes),
}));

/** What a site offers, in one screen; with a no, only why. */
export function CapacityFields({
  draft,
  onChange,
  errors,
  professions,
  supervisors,
  boards,
  fixedProfession,
}: CapacityFieldsProps) {
  const isNo = draft.answer === 'NO';
  const date = (
    id: 'startsOn' | 'endsOn' | 'maybeUntil' | 'askAgainOn' | 'supervisorNamedBy' | 'shownToAllOn',
    label: string,
  ) => (
    <DateInput
      id={id}
      label={label}
      legendSize="s"
      value={draft[id]}
      onChange={(value) => onChange({ [id]: value })}
      error={errorOfDate(errors, id)}
    />
  );
  return (
    <>
      {fixedProfession ? null : (
        <Select
          id="professionCode"
          label="Profession"
          value={draft.professionCode}
          onChange={(event) => onChange({ professionCode: event.target.value })}
          options={[
            { value: '', label: 'Choose a profession' },
            ...professions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          error={errorFor(errors, 'professionCode')}
        />
      )}
      <Radios
        id="answer"
        name="answer"
        label="What does the site say?"
        legendSize="s"
        inline
        choices={choicesOf(answers)}
        value={draft.answer}
        onChange={(answer) => onChange({ answer })}
        error={errorFor(errors, 'answer')}
      />
      {draft.answer === 'MAYBE' ? date('maybeUntil', 'The last day on which it is open') : null}
      {isNo ? (
        <>
          <Radios
            id="noReason"
            name="noReason"
            label="Why not?"
            legendSize="s"
            choices={choicesOf(noReasons)}
            value={draft.noReason}
            onChange={(noReason) => onChange({ noReason })}
            error={errorFor(errors, 'noReason')}
          />
          {draft.noReason === 'ASK_LATER' ? date('askAgainOn', 'Ask again on') : null}
        </>
      ) : null}
      {date('startsOn', 'First day')}
      {date('endsOn', 'Last day')}
      <Checkboxes
        id="weekdays"
        name="weekdays"
        label="Days of the week"
        legendSize="s"
        choices={weekdayChoices}
        values={draft.weekdays}
        onChange={(weekdays) => onChange({ weekdays })}
        error={errorFor(errors, 'weekdays')}
      />
      {isNo ? null : (
        <>
          <TextInput
            id="places"
            label="How many returners at once?"
            inputMode="numeric"
            autoComplete="off"
            characters={3}
            value={draft.places}
            onChange={(event) => onChange({ places: event.target.value })}
            error={errorFor(errors, 'places')}
          />
          <div className="rtp-pair">
            <Select
              id="dayStartsAt"
              label="A day begins at"
              value={draft.dayStartsAt}
              onChange={(event) => onChange({ dayStartsAt: event.target.value })}
              options={times}
            />
            <Select
              id="dayEndsAt"
              label="A day ends at"
              value={draft.dayEndsAt}
              onChange={(event) => onChange({ dayEndsAt: event.target.value })}
              options={times}
            />
          </div>
          <Select
            id="supervisorId"
            label="Supervisor"
            value={draft.supervisorId}
            onChange={(event) => onChange({ supervisorId: event.target.value })}
            options={[
              { value: '', label: 'Not named yet' },
              ...supervisors.nodes.map(({ id, displayName }) => ({ value: id, label: displayName })),
            ]}
            error={errorFor(errors, 'supervisorId')}
          />
          <FirstOf shown={supervisors.nodes.length} count={supervisors.countUpTo1000} of="supervisors by name">
            To name another one, send a spreadsheet of places.
          </FirstOf>
          {draft.supervisorId === '' ? date('supervisorNamedBy', 'A supervisor is named by') : null}
          <Select
            id="setting"
            label="Kind of work"
            value={draft.setting}
            onChange={(event) => onChange({ setting: event.target.value })}
            options={choicesOf(settings)}
          />
          <Select
            id="contract"
            label="On what footing"
            value={draft.contract}
            onChange={(event) => onChange({ contract: event.target.value })}
            options={choicesOf(contracts)}
          />
          <TextInput
            id="noticeDays"
            label="Days from an offer to the first day"
            inputMode="numeric"
            autoComplete="off"
            characters={3}
            value={draft.noticeDays}
            onChange={(event) => onChange({ noticeDays: event.target.value })}
            error={errorFor(errors, 'noticeDays')}
          />
          <TextInput
            id="remotePercent"
            label="How much can be done from elsewhere, in percent?"
            inputMode="numeric"
            autoComplete="off"
            characters={3}
            value={draft.remotePercent}
            onChange={(event) => onChange({ remotePercent: event.target.value })}
            error={errorFor(errors, 'remotePercent')}
          />
          <Checkboxes
            id="adjustments"
            name="adjustments"
            label="What can be made possible here, beyond what the whole site can do?"
            legendSize="s"
            choices={choicesOf(adjustments)}
            values={draft.adjustments}
            onChange={(values) => onChange({ adjustments: values })}
          />
          {boards.length === 0 ? null : (
            <Checkboxes
              id="firstShownTo"
              name="firstShownTo"
              label="Whose returners may have the places first?"
              hint="Leave it empty for everybody from the beginning."
              legendSize="s"
              choices={boards.map(({ id, name }) => ({ value: id, label: name }))}
              values={draft.firstShownTo}
              onChange={(firstShownTo) => onChange({ firstShownTo })}
            />
          )}
          {draft.firstShownTo.length === 0
            ? null
            : date('shownToAllOn', 'From when may everybody have them? (empty for never)')}
        </>
      )}
    </>
  );
}
