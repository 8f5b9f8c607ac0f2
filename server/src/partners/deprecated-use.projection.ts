import { column, toOne, type FieldProjection, type Projection } from '../graphql/compile/projection.ts';
import { partnerKeysVisibleTo } from './partner-client.policy.ts';
import { partnerClientProjection } from './partner-client.projection.ts';

export const deprecatedUseProjection: Projection = {
  type: 'DeprecatedUse',
  table: 'deprecated_use',
  // like the keys: with the program that it belongs to
  visible: partnerKeysVisibleTo,
  fields: {
    id: column('id'),
    partnerClient: toOne(() => partnerClientProjection, 'client_id'),
    coordinate: column('coordinate'),
    reason: column('reason'),
    firstSeenAt: column('first_seen_at'),
    lastSeenAt: column('last_seen_at'),
  },
};

/** Which programs still use what will go away, at the root of the API. */
export const deprecatedUseQueries: Record<string, FieldProjection> = {
  deprecatedUses: {
    kind: 'connection',
    to: () => deprecatedUseProjection,
    orders: { LAST_SEEN: { by: 'last_seen_at', descending: true } },
  },
};
