import type { ComponentProps } from 'react';
import { graphql } from '../generated/gql.ts';
import { Select } from '../ui/TextInput.tsx';

/** The regions as choices. @fragment */
export const RegionChoices = graphql(`
  fragment RegionChoices on Query {
    regions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

interface CodeSelectProps extends Omit<ComponentProps<typeof Select>, 'options'> {
  /** What stands for no choice among them, for example "All regions". */
  all: string;
  of: readonly { code: string; name: string }[];
}

/** A choice of one thing that has a code and a name (a region, a board, a profession), or of all of them. */
export const CodeSelect = ({ all, of, ...select }: CodeSelectProps) => (
  <Select
    {...select}
    options={[{ value: '', label: all }, ...of.map(({ code, name }) => ({ value: code, label: name }))]}
  />
);
