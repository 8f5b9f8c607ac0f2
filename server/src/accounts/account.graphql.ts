import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Role } from '../access/actor.ts';
import { RoleEnum } from '../access/role.graphql.ts';
import { keyHelp, refusedOf, resultOf } from '../graphql/command-result.graphql.ts';
import { connectionOf, NodeType, PageArguments } from '../graphql/connection.graphql.ts';
import { enumOf } from '../graphql/enum.graphql.ts';
import { CalendarDateScalar, InstantScalar, SearchTextScalar, UuidScalar } from '../graphql/scalars.ts';

export const AccountOrderEnum = enumOf(
  'AccountOrder',
  { NAME: 'By name, A to Z.', NEWEST: 'The latest account first.' },
  'How to order accounts.',
);

@InputType('AccountFilter', { description: 'Which accounts to list; all conditions must hold.' })
export class AccountFilter {
  @Field(() => SearchTextScalar, { nullable: true, description: 'Only accounts whose name contains this.' })
  nameContains?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Only accounts with this role.' })
  role?: Role | null;
}

@ArgsType()
export class AccountsArguments extends PageArguments {
  @Field(() => AccountFilter, { nullable: true, description: 'Which accounts to list.' })
  filter?: AccountFilter | null;
  @Field(() => AccountOrderEnum, { defaultValue: 'NAME', description: 'How to order them.' })
  orderBy!: string;
}

@ObjectType('RoleGrant', { description: 'A role that a person has, and the place it is for.' })
export class RoleGrantType {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;
  @Field(() => String, {
    nullable: true,
    description:
      'The region, board or trust that it is for, by name; null where it is for no one place. Example: `London`.',
  })
  place!: string | null;
  @Field(() => InstantScalar, { description: 'Since when.' })
  grantedAt!: string;
}

@ObjectType('Account', { implements: NodeType, description: 'How a person comes in: name, address and roles.' })
export class AccountType extends NodeType {
  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;
  @Field(() => String, { description: 'What the person is called here.' })
  displayName!: string;
  @Field(() => String, { description: 'Where mail goes. Example: `person@example.org`.' })
  email!: string;
  @Field(() => [RoleGrantType], { description: 'The roles, the oldest first.' })
  roles!: RoleGrantType[];
  @Field(() => InstantScalar, { description: 'When the account was made.' })
  createdAt!: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Since when the account is suspended; null if it is not.',
  })
  suspendedAt!: string | null;
  @Field(() => Boolean, { description: 'Whether you may suspend or restore this account.' })
  viewerMaySuspend!: boolean;
}

export const AccountConnection = connectionOf(() => AccountType, 'Account', 'accounts');

@InputType('AccountChangeInput', { description: 'Which account, and in which version it was read.' })
class AccountInput {
  @Field(() => ID, { description: 'Which account.' })
  accountId!: string;
  @Field(() => Int, {
    description:
      '`version` of the account when you read it. If it has changed since, the answer is a `ConflictRefusal`.',
  })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why, in 3 to 500 characters; it is kept in the audit.' })
  reason!: string;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@InputType('SuspendAccountInput', { description: 'Which account to suspend, and why.' })
export class SuspendAccountInput extends AccountInput {}

@InputType('RestoreAccountInput', { description: 'Which account to restore, and why.' })
export class RestoreAccountInput extends AccountInput {}

const answeredWithAccount = <Name extends string>(typeName: Name, description: string) => {
  @ObjectType(typeName, { description })
  class Done {
    readonly __typename!: Name;
    @Field(() => AccountType, { description: 'The account as it is now.' })
    account!: AccountType;
  }
  return Done;
};

export const SuspendAccountResult = resultOf(
  'SuspendAccountResult',
  answeredWithAccount('AccountSuspended', 'The account is suspended, and the person is signed out everywhere.'),
  refusedOf('SuspendAccountRefused', 'The account was not suspended.'),
  'The suspended account, or why not.',
);
export const RestoreAccountResult = resultOf(
  'RestoreAccountResult',
  answeredWithAccount('AccountRestored', 'The person can use the account again.'),
  refusedOf('RestoreAccountRefused', 'The account was not restored.'),
  'The restored account, or why not.',
);

@ObjectType('Viewer', { description: 'You, as the service knows you in this moment.' })
export class ViewerType {
  @Field(() => Boolean, { description: 'Whether you are signed in.' })
  isSignedIn!: boolean;
  @Field(() => Boolean, { description: 'Whether your account is suspended. Then you can read public pages only.' })
  isSuspended!: boolean;
  @Field(() => RoleEnum, { nullable: true, description: 'The role you wear; null if you wear none.' })
  role!: Role | null;
  @Field(() => Boolean, {
    description:
      'Whether you must sign in again before you change anything but your log: 12 hours after you last signed in on a device that you named.',
  })
  mustSignInAgain!: boolean;
  @Field(() => Boolean, {
    description:
      'Whether your role takes a second factor that you have not shown. Until you do, at `/account/second-factor`, you are shown nothing but this.',
  })
  mustShowSecondFactor!: boolean;
  @Field(() => [RoleEnum], { description: 'All roles you may wear.' })
  roles!: Role[];
  @Field(() => [String], {
    description: 'The regions, boards or trusts your role is for, by name. Example: `["London"]`.',
  })
  places!: string[];
  @Field(() => String, { nullable: true, description: 'What you are called here; null if you are not signed in.' })
  displayName!: string | null;
  @Field(() => AccountType, { nullable: true, description: 'Your account; null if you are not signed in.' })
  account!: AccountType | null;
  @Field(() => Boolean, { description: 'Whether you can sign in by a password, and not by links alone.' })
  hasPassword!: boolean;
  @Field(() => Boolean, {
    description:
      'Whether you want mail about what waits for you, once a week at most. What you must know, such as an offer, comes in any case.',
  })
  wantsReminders!: boolean;
  @Field(() => Boolean, { description: 'Whether this is the demonstration, in which all people are invented.' })
  isDemonstration!: boolean;
  @Field(() => CalendarDateScalar, {
    description:
      'Today in England, by the clock of the service; the clock of the demonstration can be moved. Example: `2026-11-21`.',
  })
  today!: string;
}

@InputType('ChooseRemindersInput', { description: 'Whether you want to be reminded of what waits for you.' })
export class ChooseRemindersInput {
  @Field(() => Boolean, { description: 'True for one mail a week at most, false for none.' })
  wantsReminders!: boolean;
  @Field(() => UuidScalar, { nullable: true, description: keyHelp })
  idempotencyKey?: string | null;
}

@ObjectType('RemindersChosen', { description: 'Reminders are as you have chosen.' })
class RemindersChosen {
  readonly __typename!: 'RemindersChosen';
  @Field(() => ViewerType, { description: 'You, as you are known now.' })
  viewer!: ViewerType;
}

export const ChooseRemindersResult = resultOf(
  'ChooseRemindersResult',
  RemindersChosen,
  refusedOf('ChooseRemindersRefused', 'Nothing was changed.'),
  'What was chosen, or why nothing was changed.',
);
