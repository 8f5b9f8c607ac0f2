import { Button } from '../ui/Button.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { emptySpan, type TypedSpan } from './supervisor-draft.ts';

interface SpanFieldsProps {
  id: string;
  spans: readonly TypedSpan[];
  onChange: (spans: TypedSpan[]) => void;
  errors: readonly FieldError[];
}

const errorOf = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

/** Stretches on the Register: a gap ends one and begins another. */
export const SpanFields = ({ id, spans, onChange, errors }: SpanFieldsProps) => (
  <>
    {spans.map((span, index) => {
      const set = (changes: Partial<TypedSpan>) =>
        onChange(spans.map((each, at) => (at === index ? { ...each, ...changes } : each)));
      const which = spans.length === 1 ? '' : ` (${index + 1} of ${spans.length})`;
      return (
        <div key={`${id}-${index}`}>
          <DateInput
            id={`${id}-${index}-from`}
            label={`On the Register since${which}`}
            legendSize="s"
            value={span.from}
            onChange={(from) => set({ from })}
            error={errorOf(errors, `${id}-${index}-from`)}
          />
          <DateInput
            id={`${id}-${index}-until`}
            label={`Until${which}`}
            hint="Leave it empty while it goes on."
            legendSize="s"
            value={span.until}
            onChange={(until) => set({ until })}
            error={errorOf(errors, `${id}-${index}-until`)}
          />
        </div>
      );
    })}
    <div className="rtp-actions">
      <Button type="button" look="secondary" small onClick={() => onChange([...spans, emptySpan])}>
        Add a stretch after a gap
      </Button>
      {spans.length > 1 ? (
        <Button type="button" look="secondary" small onClick={() => onChange(spans.slice(0, -1))}>
          Take the last one out
        </Button>
      ) : null}
    </div>
  </>
);
