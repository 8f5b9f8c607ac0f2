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

interface RegionFilterProps {
  regions: readonly { code: string; name: string }[];
  value: string;
  onChange: (code: string) => void;
}

/** One region, or all of them. */
export const RegionFilter = ({ regions, value, onChange }: RegionFilterProps) => (
  <Select
    id="region"
    label="Region"
    value={value}
    onChange={(event) => onChange(event.target.value)}
    options={[{ value: '', label: 'All regions' }, ...regions.map(({ code, name }) => ({ value: code, label: name }))]}
  />
);
