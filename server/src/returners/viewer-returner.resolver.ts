import { FieldResolver, Resolver } from 'type-graphql';
import { ViewerType } from '../accounts/account.graphql.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from './returner.graphql.ts';

/** What this feature adds to whoever is asking. */
@Resolver(() => ViewerType)
export class ViewerReturnerResolver {
  @FieldResolver(() => ReturnerType, {
    nullable: true,
    description: 'Your own record on the way back; null if you have not begun, or wear another role.',
  })
  returner() {
    return readByProjection();
  }
}
