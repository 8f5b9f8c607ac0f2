import { isLinkOf, linkWorks, spentLink } from '../access/link.rules.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { hashToken, newToken } from '../access/token.ts';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { HostSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { tellSite, type AgreementPages } from './agreement-link.command.ts';
import { AgreementStepSchema, type KeptContent, type LearningAgreement } from './agreement.entity.ts';
import {
  contentOf,
  lockAgreementByLink,
  lockAgreementOf,
  placementOfAgreement,
  plannedPlacement,
  policyOf,
  settleCheck,
  type LockedAgreement,
} from './agreement.queries.ts';
import {
  agreementStatement,
  decideAgreementStep,
  faultsOfAnswering,
  faultsOfComment,
  faultsOfSharing,
  stateOnceDisowned,
  type AgreementAction,
  type AgreementParty,
  type AgreementStep,
} from './agreement.rules.ts';
import { confirmedAddress, isOwnSignature } from './sign-off.queries.ts';

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
/** Who does it: somebody with an account, or whoever holds the link of the supervisor. */
interface Doer {
  readonly by: AgreementParty;
  readonly personId: string | null;
  readonly name: string;
  /** An address that is known to be theirs; null where none is. */
  readonly email: string | null;
}
interface Step {
  readonly action: Exclude<AgreementAction, 'EDIT'>;
  readonly kind: AgreementStep;
  readonly comment?: string;
  readonly faults?: (transaction: Transaction, found: Found) => Promise<readonly Refusal[]> | readonly Refusal[];
  readonly tell?: (transaction: Transaction, found: Found, doer: Doer) => Promise<void>;
}

/** What somebody agrees to, to be kept as it is now. */
const kept = async ({ em }: Transaction, { agreement, placement }: Found): Promise<KeptContent> => ({
  ...(await contentOf(em, agreement)),
  wordingVersion: agreementStatement.version,
  sentences: agreementStatement.sentences,
  policy: await policyOf(em, placement.host.id),
});

/** Takes a step of an agreement that is locked, if the rules allow it. */
const advance = async (
  transaction: Transaction,
  name: string,
  found: Found,
  step: Step,
  doer: Doer,
): Promise<CommandResult> => {
  const { em, clock, audit } = transaction;
  const { agreement, placement, returner } = found;
  const { state: before, edition } = agreement;
  const decided = decideAgreementStep(step.action, { state: before, placementState: placement.state, by: doer.by });
  if ('refusals' in decided) return { refused: decided.refusals };
  const refused = (await step.faults?.(transaction, found)) ?? [];
  if (refused.length > 0) return { refused };
  em.assign(agreement, {
    state: decided.to,
    isShared: agreement.isShared || decided.to === 'SHARED',
    // what both had agreed to stays as that edition
    edition: before === 'AGREED' ? edition + 1 : edition,
    changedOn: clock.today(),
    tokenHash: null,
    version: agreement.version + 1,
  });
  const agrees = step.kind === 'SHARED' || step.kind === 'AGREED';
  em.create(AgreementStepSchema, {
    agreement,
    kind: step.kind,
    edition,
    at: clock.now(),
    party: doer.by,
    by: doer.personId,
    byName: doer.name,
    signedEmail: doer.email,
    comment: step.comment ?? null,
    content: agrees ? await kept(transaction, found) : null,
  });
  await settleCheck(transaction, found);
  await step.tell?.(transaction, found, doer);
  audit({
    action: name,
    subject: { type: 'LearningAgreement', id: agreement.id },
    personId: returner.person.id,
    changes: {
      state: { before, after: agreement.state },
      edition: { before: edition, after: agreement.edition },
      ...(doer.personId === null ? { linkOf: { before: null, after: doer.name } } : {}),
    },
  });
  return { done: { learningAgreementId: agreement.id } };
};

const take = (context: CommandContext, name: string, input: TakeAgreementStep, step: Step) =>
  runCommand(context, { name, input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, actor } = transaction;
    const placementId = await placementOfAgreement(em, idOf('LearningAgreement', input.learningAgreementId));
    const found = await lockAgreementOf(transaction, placementId);
    if (!found?.agreement || !found.by || !actor.personId)
      return { refused: [notFound('learningAgreementId', 'learning agreement')] };
    const { agreement, by } = found;
    const stale = faultsOfVersion(agreement, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const person = await em.findOneOrFail(PersonSchema, { id: actor.personId });
    return advance(transaction, name, { ...found, agreement }, step, {
      by,
      personId: person.id,
      name: person.displayName,
      email: person.emailConfirmedAt ? person.email : null,
    });
  });

/** The returner learns of the answer, and whoever is named as the supervisor that it was given in their name. */
const tellOfAnswer =
  (pages: AgreementPages) =>
  async (transaction: Transaction, found: Found, { by, email }: Doer): Promise<void> => {
    const { em, send } = transaction;
    const { agreement, placement, returner } = found;
    if (returner.acceptsEmail)
      send({ to: { personId: returner.person.id }, template: 'learning-agreement-answered', values: {} });
    em.assign(agreement, { notMeHash: null });
    const supervisorId = placement.supervisor?.id;
    if (by !== 'SUPERVISOR' || agreement.state !== 'AGREED' || supervisorId === undefined) return;
    // whoever is named is told, wherever the answer came from
    const named = (await confirmedAddress(em, supervisorId)) ?? email;
    if (named === null) return;
    const token = newToken();
    em.assign(agreement, { notMeHash: hashToken(token), linkSupervisor: supervisorId });
    const values = { link: `${pages.notMe}#${token}` };
    send({ to: { address: named }, template: 'learning-agreement-receipt', values });
  };

const readAsItIs = (wordingVersion: number): Refusal[] =>
  wordingVersion === agreementStatement.version ? [] : [otherWording];

/** The returner agrees to the plan, and the site sees it. */
export const shareLearningAgreement = (context: CommandContext, input: AgreeToLearning, pages: AgreementPages) =>
  take(context, 'shareLearningAgreement', input, {
    action: 'SHARE',
    kind: 'SHARED',
    faults: async ({ em }, { agreement, placement }) => [
      ...readAsItIs(input.wordingVersion),
      ...faultsOfSharing(await contentOf(em, agreement), plannedPlacement(placement)),
    ],
    tell: (transaction, found) => tellSite(transaction, found, pages),
  });

/** The returner takes the plan back before the site has answered. */
export const takeBackLearningAgreement = (context: CommandContext, input: TakeAgreementStep) =>
  take(context, 'takeBackLearningAgreement', input, { action: 'TAKE_BACK', kind: 'TAKEN_BACK' });

const agreeing = (wordingVersion: number, pages: AgreementPages): Step => ({
  action: 'AGREE',
  kind: 'AGREED',
  faults: () => readAsItIs(wordingVersion),
  tell: tellOfAnswer(pages),
});
const sendingBack = (comment: string, pages: AgreementPages): Step => ({
  action: 'SEND_BACK',
  kind: 'SENT_BACK',
  comment: comment.trim(),
  faults: () => faultsOfComment(comment),
  tell: tellOfAnswer(pages),
});

/** The supervisor or the site agrees too. */
export const agreeToLearning = (context: CommandContext, input: AgreeToLearning, pages: AgreementPages) =>
  take(context, 'agreeToLearning', input, agreeing(input.wordingVersion, pages));

/** The supervisor or the site sends it back, and says what should change. */
export const sendBackLearningAgreement = (context: CommandContext, input: SendBackLearning, pages: AgreementPages) =>
  take(context, 'sendBackLearningAgreement', input, sendingBack(input.comment, pages));

/** An answer by whoever holds the link, which went to the supervisor alone. */
export interface AnswerLearningByLink {
  readonly token: string;
  readonly isAgreed: boolean;
  readonly comment?: string | null;
  readonly wordingVersion: number;
  readonly idempotencyKey: string;
}

/** What whoever shows a link that does not work is told. */
export const linkIsSpent = spentLink('Ask the returner to share the agreement again, or sign in.');

/** Whoever holds the link agrees, or sends the agreement back. Once the placement has another supervisor, it works no more. */
export const answerLearningByLink = (context: CommandContext, input: AnswerLearningByLink, pages: AgreementPages) =>
  runCommand(
    context,
    { name: 'answerLearningByLink', input, idempotencyKey: input.idempotencyKey },
    async (transaction) => {
      const { em, clock } = transaction;
      const tokenHash = hashToken(input.token);
      const found = await lockAgreementByLink(em, { tokenHash });
      if (!found || !linkWorks(found.agreement, tokenHash, clock.now())) return { refused: [linkIsSpent] };
      const { supervisor, placement, returner } = found;
      if (placement.supervisor?.id !== supervisor.id) return { refused: [linkIsSpent] };
      const refused = faultsOfAnswering(await isOwnSignature(em, supervisor, returner));
      if (refused.length > 0) return { refused };
      return advance(
        transaction,
        'answerLearningByLink',
        found,
        input.isAgreed ? agreeing(input.wordingVersion, pages) : sendingBack(input.comment ?? '', pages),
        {
          by: 'SUPERVISOR',
          personId: null,
          name: supervisor.displayName,
          email: await confirmedAddress(em, supervisor.id),
        },
      );
    },
  );

/** Somebody who was named says that it was not them who agreed: what both agreed to waits for an answer again. */
export const disownLearning = (
  context: CommandContext,
  input: { readonly token: string; readonly idempotencyKey: string },
) =>
  runCommand(context, { name: 'disownLearning', input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, clock, audit, send } = transaction;
    const notMeHash = hashToken(input.token);
    const found = await lockAgreementByLink(em, { notMeHash });
    if (!found || !isLinkOf(found.agreement.notMeHash, notMeHash)) return { refused: [linkIsSpent] };
    const { agreement, placement, returner, supervisor } = found;
    const signed = await em.findOneOrFail(
      AgreementStepSchema,
      { agreement: agreement.id, kind: 'AGREED' },
      { orderBy: { id: 'desc' } },
    );
    const before = agreement.state;
    em.assign(agreement, {
      state: stateOnceDisowned(before),
      notMeHash: null,
      changedOn: clock.today(),
      version: agreement.version + 1,
    });
    em.create(AgreementStepSchema, {
      agreement,
      kind: 'DISOWNED',
      edition: signed.edition,
      at: clock.now(),
      party: 'SUPERVISOR',
      by: null,
      byName: supervisor.displayName,
    });
    await settleCheck(transaction, found);
    const mail = { template: 'learning-agreement-disowned', values: {} } as const;
    send({ to: { personId: returner.person.id }, ...mail });
    const host = await em.findOne(HostSchema, { id: placement.host.id });
    if (host?.contactEmail) send({ to: { address: host.contactEmail }, ...mail });
    audit({
      action: 'disownLearning',
      subject: { type: 'LearningAgreement', id: agreement.id },
      personId: returner.person.id,
      changes: { state: { before, after: agreement.state }, edition: { before: signed.edition, after: null } },
    });
    return { done: { learningAgreementId: agreement.id } };
  });

/** The returner changes what both have agreed to: both agree anew. */
export const reopenLearningAgreement = (context: CommandContext, input: TakeAgreementStep) =>
  take(context, 'reopenLearningAgreement', input, { action: 'REOPEN', kind: 'REOPENED' });
