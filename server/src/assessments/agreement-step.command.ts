import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { HostSchema, SupervisorSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { AgreementStepSchema, type KeptContent, type LearningAgreement } from './agreement.entity.ts';
import {
  contentOf,
  lockAgreementOf,
  nameOf,
  placementOfAgreement,
  plannedPlacement,
  policyOf,
  settleCheck,
  type LockedAgreement,
} from './agreement.queries.ts';
import {
  agreementStatement,
  decideAgreementStep,
  faultsOfComment,
  faultsOfSharing,
  type AgreementAction,
  type AgreementStep,
} from './agreement.rules.ts';
import { confirmedAddress } from './sign-off.queries.ts';

/** Which agreement, as it was seen. */
export interface TakeAgreementStep {
  readonly learningAgreementId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
/** The same, with what is agreed to. */
export interface AgreeToLearning extends TakeAgreementStep {
  /** `statement.version` of the words that were read. */
  readonly wordingVersion: number;
}
/** The same, with what should change. */
export interface SendBackLearning extends TakeAgreementStep {
  readonly comment: string;
}

const otherWording: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['wordingVersion'],
  rule: 'WORDING_IS_AS_READ',
  message: 'The words that you agree to have changed since you opened this page.',
  help: 'Load the page again, and read them.',
};

type Found = LockedAgreement & { readonly agreement: LearningAgreement };
interface Step {
  readonly action: Exclude<AgreementAction, 'EDIT'>;
  readonly kind: AgreementStep;
  readonly comment?: string;
  readonly faults?: (transaction: Transaction, found: Found) => Promise<readonly Refusal[]> | readonly Refusal[];
  readonly tell?: (transaction: Transaction, found: Found) => Promise<void>;
}

/** What somebody agrees to, to be kept as it is now. */
const kept = async ({ em }: Transaction, { agreement, placement }: Found): Promise<KeptContent> => ({
  ...(await contentOf(em, agreement)),
  wordingVersion: agreementStatement.version,
  sentences: agreementStatement.sentences,
  policy: await policyOf(em, placement.host.id),
});

const take = (context: CommandContext, name: string, input: TakeAgreementStep, step: Step) =>
  runCommand(context, { name, input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, actor, clock, audit } = transaction;
    const placementId = await placementOfAgreement(em, idOf('LearningAgreement', input.learningAgreementId));
    const found = await lockAgreementOf(transaction, placementId);
    if (!found?.agreement || !found.by || !actor.personId)
      return { refused: [notFound('learningAgreementId', 'learning agreement')] };
    const { agreement, placement, returner, by } = found;
    const stale = faultsOfVersion(agreement, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const { state: before, edition } = agreement;
    const decided = decideAgreementStep(step.action, { state: before, placementState: placement.state, by });
    if ('refusals' in decided) return { refused: decided.refusals };
    const refused = (await step.faults?.(transaction, { ...found, agreement })) ?? [];
    if (refused.length > 0) return { refused };
    em.assign(agreement, {
      state: decided.to,
      isShared: agreement.isShared || decided.to === 'SHARED',
      // what both had agreed to stays as that edition
      edition: before === 'AGREED' ? edition + 1 : edition,
      changedOn: clock.today(),
      version: agreement.version + 1,
    });
    const agrees = step.kind === 'SHARED' || step.kind === 'AGREED';
    em.create(AgreementStepSchema, {
      agreement,
      kind: step.kind,
      edition,
      at: clock.now(),
      party: by,
      by: actor.personId,
      byName: await nameOf(em, actor.personId),
      comment: step.comment ?? null,
      content: agrees ? await kept(transaction, { ...found, agreement }) : null,
    });
    await settleCheck(transaction, { ...found, agreement });
    await step.tell?.(transaction, { ...found, agreement });
    audit({
      action: name,
      subject: { type: 'LearningAgreement', id: agreement.id },
      personId: returner.person.id,
      changes: { state: { before, after: agreement.state }, edition: { before: edition, after: agreement.edition } },
    });
    return { done: { learningAgreementId: agreement.id } };
  });

/** The supervisor is told, or the contact of the organisation; by no name. */
const tellSite = async ({ em, send }: Transaction, { placement, returner }: Found): Promise<void> => {
  const profession = returner.profession && (await em.findOne(ProfessionSchema, { id: returner.profession.id }));
  const mail = {
    template: 'learning-agreement-shared',
    values: { field: profession?.fieldOfPractice ?? 'practice' },
  };
  const supervisor = placement.supervisor && (await em.findOne(SupervisorSchema, { id: placement.supervisor.id }));
  const address = supervisor && (await confirmedAddress(em, supervisor.id));
  if (supervisor?.person) send({ to: { personId: supervisor.person.id }, ...mail });
  else if (address) send({ to: { address }, ...mail });
  const host = await em.findOne(HostSchema, { id: placement.host.id });
  if (host?.contactEmail) send({ to: { address: host.contactEmail }, ...mail });
};
const tellReturner = async ({ send }: Transaction, { returner }: Found): Promise<void> => {
  if (returner.acceptsEmail)
    send({ to: { personId: returner.person.id }, template: 'learning-agreement-answered', values: {} });
};

const readAsItIs = (wordingVersion: number): Refusal[] =>
  wordingVersion === agreementStatement.version ? [] : [otherWording];

/** The returner agrees to the plan, and the site sees it. */
export const shareLearningAgreement = (context: CommandContext, input: AgreeToLearning) =>
  take(context, 'shareLearningAgreement', input, {
    action: 'SHARE',
    kind: 'SHARED',
    faults: async ({ em }, { agreement, placement }) => [
      ...readAsItIs(input.wordingVersion),
      ...faultsOfSharing(await contentOf(em, agreement), plannedPlacement(placement)),
    ],
    tell: tellSite,
  });

/** The returner takes the plan back before the site has answered. */
export const takeBackLearningAgreement = (context: CommandContext, input: TakeAgreementStep) =>
  take(context, 'takeBackLearningAgreement', input, { action: 'TAKE_BACK', kind: 'TAKEN_BACK' });

/** The supervisor or the site agrees too. */
export const agreeToLearning = (context: CommandContext, input: AgreeToLearning) =>
  take(context, 'agreeToLearning', input, {
    action: 'AGREE',
    kind: 'AGREED',
    faults: () => readAsItIs(input.wordingVersion),
    tell: tellReturner,
  });

/** The supervisor or the site sends it back, and says what should change. */
export const sendBackLearningAgreement = (context: CommandContext, input: SendBackLearning) =>
  take(context, 'sendBackLearningAgreement', input, {
    action: 'SEND_BACK',
    kind: 'SENT_BACK',
    comment: input.comment.trim(),
    faults: () => faultsOfComment(input.comment),
    tell: tellReturner,
  });

/** The returner changes what both have agreed to: both agree anew. */
export const reopenLearningAgreement = (context: CommandContext, input: TakeAgreementStep) =>
  take(context, 'reopenLearningAgreement', input, { action: 'REOPEN', kind: 'REOPENED' });
