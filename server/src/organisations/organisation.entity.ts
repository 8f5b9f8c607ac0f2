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
    /** How much of the board the successor took over, in percent; null where the published tables do not say. */
    share: p.integer().nullable(),
    /** True where the history of each trust says to which successor it went. */
    isFollowed: p.boolean().name('is_followed').default(false),
  },
  uniques: [{ name: 'one_succession_per_pair', properties: ['predecessor', 'successor'] }],
  checks: [{ name: 'a_share_is_1_to_100_percent', expression: 'share >= 1 and share <= 100' }],
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

/** What a trust was until a day: what it is since stands with the trust itself. */
export const TrustPastSchema = defineEntity({
  name: 'TrustPast',
  tableName: 'trust_past',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    trust: () => p.manyToOne(TrustSchema).name('trust_id'),
    name: p.text(),
    postcode: p.text(),
    region: () => p.manyToOne(RegionSchema).name('region_id').index('trust_past_by_region'),
    board: () => p.manyToOne(IntegratedCareBoardSchema).name('board_id').index('trust_past_by_board'),
    /** Null for as far back as we know. */
    validFrom: p.date().name('valid_from').nullable(),
    validUntil: p.date().name('valid_until'),
    /** True where the day is the one on which we learned of the change. */
    isAssumed: p.boolean().name('is_assumed'),
  },
  uniques: [{ name: 'one_past_of_a_trust_per_day', properties: ['trust', 'validUntil'] }],
  checks: [{ name: 'a_past_begins_before_it_ends', expression: 'valid_from <= valid_until' }],
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
