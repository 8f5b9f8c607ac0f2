import { defineEntity, p } from '@mikro-orm/core';

/** An NHS England region. */
export const RegionSchema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: { id: p.uuid().primary(), code: p.text(), name: p.text() },
  uniques: [{ name: 'one_region_per_code', properties: ['code'] }],
  indexes: [{ name: 'region_by_name', properties: ['name', 'id'] }],
});

/** An integrated care board, with the dates between which it existed. */
export const IntegratedCareBoardSchema = defineEntity({
  name: 'IntegratedCareBoard',
  tableName: 'integrated_care_board',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    region: () => p.manyToOne(RegionSchema).name('region_id').index('board_by_region'),
    /** Unknown for boards whose opening date the published tables do not give. */
    openedOn: p.date().name('opened_on').nullable(),
    closedOn: p.date().name('closed_on').nullable(),
  },
  uniques: [{ name: 'one_board_per_code', properties: ['code'] }],
  indexes: [{ name: 'board_by_name', properties: ['name', 'id'] }],
});

/** Which board took over from which, and when. A board can have several successors. */
export const BoardSuccessionSchema = defineEntity({
  name: 'BoardSuccession',
  tableName: 'board_succession',
  properties: {
    id: p.uuid().primary(),
    predecessor: () => p.manyToOne(IntegratedCareBoardSchema).name('predecessor_id'),
    successor: () => p.manyToOne(IntegratedCareBoardSchema).name('successor_id').index('succession_by_successor'),
    effectiveFrom: p.date().name('effective_from'),
  },
  uniques: [{ name: 'one_succession_per_pair', properties: ['predecessor', 'successor'] }],
});

/** An NHS trust in England. */
export const TrustSchema = defineEntity({
  name: 'Trust',
  tableName: 'trust',
  properties: {
    id: p.uuid().primary(),
    odsCode: p.text().name('ods_code'),
    name: p.text(),
    region: () => p.manyToOne(RegionSchema).name('region_id').index('trust_by_region'),
    board: () => p.manyToOne(IntegratedCareBoardSchema).name('board_id').index('trust_by_board'),
    postcode: p.text(),
    latitude: p.double(),
    longitude: p.double(),
    openedOn: p.date().name('opened_on'),
    closedOn: p.date().name('closed_on').nullable(),
  },
  uniques: [{ name: 'one_trust_per_code', properties: ['odsCode'] }],
  indexes: [{ name: 'trust_by_name', properties: ['name', 'id'] }],
});

/** A hospital or clinic of a trust. */
export const SiteSchema = defineEntity({
  name: 'Site',
  tableName: 'site',
  properties: {
    id: p.uuid().primary(),
    odsCode: p.text().name('ods_code'),
    name: p.text(),
    trust: () => p.manyToOne(TrustSchema).name('trust_id').index('site_by_trust'),
    postcode: p.text(),
    latitude: p.double(),
    longitude: p.double(),
  },
  uniques: [{ name: 'one_site_per_code', properties: ['odsCode'] }],
  indexes: [{ name: 'site_by_name', properties: ['name', 'id'] }],
});

/** The first half of postcodes, with the middle of the places that share it. */
export const PostcodeDistrictSchema = defineEntity({
  name: 'PostcodeDistrict',
  tableName: 'postcode_district',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    latitude: p.double(),
    longitude: p.double(),
    postcodes: p.integer(),
  },
  uniques: [{ name: 'one_district_per_code', properties: ['code'] }],
  indexes: [{ name: 'postcode_district_by_point', properties: ['latitude', 'longitude'] }],
});
