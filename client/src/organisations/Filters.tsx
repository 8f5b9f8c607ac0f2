import { useState, type ChangeEvent, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary, errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';

/** What a field of the form above a list takes: the name of its filter, what is typed into it, and what is wrong with that. */
export interface FilterField {
  id: string;
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => void;
  error: string | undefined;
}

interface FiltersProps<Filter extends string> {
  /** What the list shows now. */
  shown: Readonly<Record<Filter, string>>;
  onShow: (filters: Record<Filter, string>) => void;
  /** Says what is wrong with the filters, if anything. */
  check?: (filters: Record<Filter, string>) => FieldError[];
  /** The address of the list without filters. */
  clearHref: string;
  /** The fields, each `{...field('name of its filter')}`. */
  children: (field: (name: Filter) => FilterField) => ReactNode;
}

/** The form above a list. Nothing changes until "Show" is pressed; the address then holds the choice. */
export function Filters<Filter extends string>({ shown, onShow, check, clearHref, children }: FiltersProps<Filter>) {
  const [typed, setTyped] = useState<Record<Filter, string>>(shown);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const field = (name: Filter): FilterField => ({
    id: name,
    value: typed[name],
    onChange: (event) => setTyped({ ...typed, [name]: event.target.value }),
    error: errorFor(errors, name),
  });
  const isFiltered = Object.values(shown).some((value) => value !== '');
  return (
    <div role="search">
      <ErrorSummary errors={errors} />
      <form
        className="rtp-filters"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = check?.(typed) ?? [];
          setErrors(found);
          if (found.length === 0) onShow(typed);
        }}
      >
        <div className="rtp-filters__fields">{children(field)}</div>
        <div className="rtp-actions">
          <Button look="secondary" small>
            Show
          </Button>
          {isFiltered ? <Link href={clearHref}>Show all</Link> : null}
        </div>
      </form>
    </div>
  );
}

/** A name to look for needs three letters; fewer find half the list. */
export const checkName = (name: string): FieldError[] =>
  name.trim() === '' || name.trim().length >= 3
    ? []
    : [{ field: 'name', message: 'Enter at least 3 letters of the name' }];
