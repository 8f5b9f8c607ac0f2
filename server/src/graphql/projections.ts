import {
  boardProjection,
  organisationQueries,
  postcodeDistrictProjection,
  regionProjection,
  siteProjection,
  successionProjection,
  trustProjection,
} from '../organisations/organisation.projection.ts';
import {
  professionProjection,
  professionQueries,
  standardOfProficiencyProjection,
} from '../organisations/profession.projection.ts';
import type { Projection } from './compile/projection.ts';

/** The root of all reads. */
const queryProjection: Projection = {
  type: 'Query',
  table: null,
  visible: () => 'ALL',
  fields: { node: { kind: 'node' }, ...organisationQueries, ...professionQueries },
};

/** The one list of projections, by the name of their GraphQL type. */
export const projections: ReadonlyMap<string, Projection> = new Map(
  [
    queryProjection,
    regionProjection,
    boardProjection,
    successionProjection,
    trustProjection,
    siteProjection,
    postcodeDistrictProjection,
    professionProjection,
    standardOfProficiencyProjection,
  ].map((projection) => [projection.type, projection]),
);
