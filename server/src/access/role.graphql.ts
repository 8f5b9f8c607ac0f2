import { enumOf } from '../graphql/enum.graphql.ts';
import { actorKinds, roles } from './actor.ts';

export const RoleEnum = enumOf('Role', roles, 'A hat that a person can wear. A session names one of them.');
export const DoerEnum = enumOf(
  'Doer',
  { ...actorKinds, SERVICE: 'The service itself, at a set time.' },
  'As what somebody did something.',
);
