import { visibleToEveryone } from '../access/visibility.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import {
  column,
  contains,
  toOne,
  type FieldArguments,
  type FieldProjection,
  type ListField,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';

const byNameThenCode = { NAME: { by: 'name' }, CODE: { by: 'code' } };
const byNameThenOdsCode = { NAME: { by: 'name' }, ODS_CODE: { by: 'ods_code' } };

const nameContains = (target: Row, value: Sql): Sql => contains(target('name'), value);

const inRegion = (target: Row, value: Sql): Sql =>
  sql`${target('region_id')} = (select id from region where code = ${value})`;

const openOn = (target: Row, value: Sql): Sql =>
  sql`(${target('opened_on')} is null or ${target('opened_on')} <= ${value}::date) and (${target('closed_on')} is null or ${target('closed_on')} >= ${value}::date)`;

export const regionProjection: Projection = {
  type: 'Region',
  table: 'region',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    code: column('code'),
    name: column('name'),
    boards: {
      kind: 'connection',
      to: () => boardProjection,
      on: (board, region) => sql`${board('region_id')} = ${region('id')}`,
      orders: byNameThenCode,
      filters: { openOn },
    },
    trusts: {
      kind: 'connection',
      to: () => trustProjection,
      on: (trust, region) => sql`${trust('region_id')} = ${region('id')}`,
      orders: byNameThenOdsCode,
      filters: { nameContains, openOn },
    },
  },
};

export const boardProjection: Projection = {
  type: 'IntegratedCareBoard',
  table: 'integrated_care_board',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    code: column('code'),
    name: column('name'),
    region: toOne(() => regionProjection, 'region_id'),
    openedOn: column('opened_on'),
    closedOn: column('closed_on'),
    successions: {
      kind: 'list',
      to: () => successionProjection,
      on: (succession, board) => sql`${succession('predecessor_id')} = ${board('id')}`,
      orderBy: (succession) => sql`${succession('effective_from')}, ${succession('id')}`,
    },
    takenOverFrom: {
      kind: 'list',
      to: () => successionProjection,
      on: (succession, board) => sql`${succession('successor_id')} = ${board('id')}`,
      orderBy: (succession) => sql`${succession('effective_from')}, ${succession('id')}`,
    },
    trusts: {
      kind: 'connection',
      to: () => trustProjection,
      on: (trust, board) => sql`${trust('board_id')} = ${board('id')}`,
      orders: byNameThenOdsCode,
      filters: { nameContains, openOn },
    },
  },
};

export const successionProjection: Projection = {
  type: 'BoardSuccession',
  table: 'board_succession',
  visible: visibleToEveryone,
  fields: {
    predecessor: toOne(() => boardProjection, 'predecessor_id'),
    successor: toOne(() => boardProjection, 'successor_id'),
    effectiveFrom: column('effective_from'),
    share: column('share'),
  },
};

export const trustProjection: Projection = {
  type: 'Trust',
  table: 'trust',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    odsCode: column('ods_code'),
    name: column('name'),
    region: toOne(() => regionProjection, 'region_id'),
    board: toOne(() => boardProjection, 'board_id'),
    postcode: column('postcode'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    openedOn: column('opened_on'),
    closedOn: column('closed_on'),
    past: {
      kind: 'list',
      to: () => trustPastProjection,
      on: (past, trust) => sql`${past('trust_id')} = ${trust('id')}`,
      orderBy: (past) => sql`${past('valid_until')} desc, ${past('id')}`,
    },
    sites: {
      kind: 'connection',
      to: () => siteProjection,
      on: (site, trust) => sql`${site('trust_id')} = ${trust('id')}`,
      orders: byNameThenOdsCode,
      filters: { nameContains },
    },
  },
};

export const trustPastProjection: Projection = {
  type: 'TrustPast',
  table: 'trust_past',
  visible: visibleToEveryone,
  fields: {
    name: column('name'),
    postcode: column('postcode'),
    region: toOne(() => regionProjection, 'region_id'),
    board: toOne(() => boardProjection, 'board_id'),
    validFrom: column('valid_from'),
    validUntil: column('valid_until'),
    isAssumed: column('is_assumed'),
  },
};

/** The boards that a trust may have been in on the day of the arguments. */
const boardsOn = (trustId: (row: Row, args: FieldArguments) => Sql): ListField => ({
  kind: 'list',
  to: () => boardProjection,
  on: (board, row, args) =>
    sql`${board('id')} in (select boards_of_trust(${trustId(row, args)}, ${args.parameter((values) => values['on'])}::date))`,
  orderBy: (board) => sql`${board('name')}, ${board('id')}`,
});

export const siteProjection: Projection = {
  type: 'Site',
  table: 'site',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    odsCode: column('ods_code'),
    name: column('name'),
    trust: toOne(() => trustProjection, 'trust_id'),
    boardsOn: boardsOn((site) => site('trust_id')),
    postcode: column('postcode'),
    latitude: column('latitude'),
    longitude: column('longitude'),
  },
};

export const postcodeDistrictProjection: Projection = {
  type: 'PostcodeDistrict',
  table: 'postcode_district',
  visible: visibleToEveryone,
  fields: {
    id: column('id'),
    code: column('code'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    postcodes: column('postcodes'),
  },
};

const byOdsCode = (of: Projection) =>
  ({
    kind: 'relation',
    to: () => of,
    on: (target, _row, args) => sql`${target('ods_code')} = upper(${args.parameter((values) => values['odsCode'])})`,
  }) satisfies FieldProjection;

const byCode = (of: Projection) =>
  ({
    kind: 'relation',
    to: () => of,
    on: (target, _row, args) => sql`${target('code')} = upper(${args.parameter((values) => values['code'])})`,
  }) satisfies FieldProjection;

/** Public questions about organisations, at the root of the API. */
export const organisationQueries = {
  regions: { kind: 'connection', to: () => regionProjection, orders: byNameThenCode },
  region: byCode(regionProjection),
  integratedCareBoards: {
    kind: 'connection',
    to: () => boardProjection,
    orders: byNameThenCode,
    filters: { regionCode: inRegion, openOn },
  },
  integratedCareBoard: byCode(boardProjection),
  integratedCareBoardOf: boardsOn(
    (_row, args) =>
      sql`(select asked.trust_id from site asked where asked.id = ${args.parameter((values) => {
        const asked = fromGlobalId(String(values['siteId']));
        return asked?.type === 'Site' ? asked.id : null;
      })}::uuid)`,
  ),
  trusts: {
    kind: 'connection',
    to: () => trustProjection,
    orders: byNameThenOdsCode,
    filters: {
      regionCode: inRegion,
      boardCode: (target, value) =>
        sql`${target('board_id')} = (select id from integrated_care_board where code = ${value})`,
      nameContains,
      openOn,
    },
  },
  trust: byOdsCode(trustProjection),
  sites: {
    kind: 'connection',
    to: () => siteProjection,
    orders: byNameThenOdsCode,
    filters: {
      trustOdsCode: (target, value) => sql`${target('trust_id')} = (select id from trust where ods_code = ${value})`,
      nameContains,
    },
  },
  site: byOdsCode(siteProjection),
  postcodeDistricts: {
    kind: 'connection',
    to: () => postcodeDistrictProjection,
    orders: { CODE: { by: 'code' } },
    filters: {
      codeStartsWith: (target, value) => sql`starts_with(${target('code')}, upper(${value}))`,
    },
  },
  postcodeDistrict: byCode(postcodeDistrictProjection),
} satisfies Record<string, FieldProjection>;
