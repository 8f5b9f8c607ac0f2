import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { answerOf } from '../graphql/answer-of-command.ts';
import type { RequestContext } from '../graphql/context.ts';
import { readByProjection } from '../graphql/read-by-projection.ts';
import { ReturnerType } from '../returners/returner.graphql.ts';
import { askCounterSignature, withdrawCounterSignature } from './ask-counter-signature.command.ts';
import {
  AddCertifiedDocumentInput,
  AddCertifiedDocumentResult,
  ChangeCertifiedDocumentInput,
  ChangeCertifiedDocumentResult,
  RemoveCertifiedDocumentInput,
  RemoveCertifiedDocumentResult,
} from './certified-document.graphql.ts';
import type { CounterSignaturePages } from './counter-signature-link.command.ts';
import {
  AskCounterSignatureResult,
  ChangeCounterSignatureInput,
  CounterSignatureSheetType,
  CounterSignatureToDoType,
  CounterSignatureType,
  DisownCounterSignatureInput,
  DisownCounterSignatureResult,
  NameCounterSignatoryInput,
  NameCounterSignatoryResult,
  SettleCounterSignatureByLinkInput,
  SettleCounterSignatureByLinkResult,
  SettleCounterSignatureInput,
  SettleCounterSignatureResult,
  TakeBackCounterSignatureResult,
  WithdrawCounterSignatureResult,
} from './counter-signature.graphql.ts';
import { nameCounterSignatory } from './name-counter-signatory.command.ts';
import { FrozenPackType, PackType } from './pack.graphql.ts';
import {
  addCertifiedDocument,
  changeCertifiedDocument,
  removeCertifiedDocument,
} from './save-certified-document.command.ts';
import {
  disownCounterSignature,
  settleCounterSignature,
  settleCounterSignatureByLink,
  takeBackCounterSignature,
} from './settle-counter-signature.command.ts';

const inputHelp = { description: 'What is asked for.' };
const pagesOf = ({ publicUrl }: RequestContext): CounterSignaturePages => ({
  sign: `${publicUrl}/counter-sign/link`,
  notMe: `${publicUrl}/counter-sign/not-me`,
});

/** Somebody of the same profession signs the cover sheet. */
@Resolver()
export class CounterSignatureResolver {
  @Query(() => CounterSignatureType, {
    nullable: true,
    description: 'One counter-signature by its id; null if you may not see it.',
  })
  counterSignature(
    @Arg('id', () => ID, { description: 'The counter-signature.' }) _id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => CounterSignatureSheetType, {
    nullable: true,
    description:
      'What the holder of a link may counter-sign. Null for a link that is forged, used, replaced or older than 7 days.',
  })
  counterSignatureSheet(
    @Arg('token', () => String, { description: 'The part of the link behind the #.' }) _token: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return context.read(info);
  }
  @Query(() => [CounterSignatureToDoType], {
    description: 'For counter-signatories: cover sheets that wait for you, the longest wait first; at most 100.',
  })
  counterSignaturesToDo(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return context.read(info);
  }

  @Mutation(() => NameCounterSignatoryResult, {
    description: 'Names who is to sign your cover sheet. Whoever was named before is replaced.',
  })
  async nameCounterSignatory(
    @Arg('input', () => NameCounterSignatoryInput, inputHelp) input: NameCounterSignatoryInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await nameCounterSignatory(context.commandContext(), input);
    return answerOf(context, info, 'CounterSignatoryNamed', 'NameCounterSignatoryRefused', result);
  }
  @Mutation(() => AskCounterSignatureResult, {
    description: 'Asks your counter-signatory to sign, or reminds them, at most every 3 days.',
  })
  async askCounterSignature(
    @Arg('input', () => ChangeCounterSignatureInput, inputHelp) input: ChangeCounterSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await askCounterSignature(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'CounterSignatureAsked', 'AskCounterSignatureRefused', result);
  }
  @Mutation(() => WithdrawCounterSignatureResult, { description: 'Takes a question to your counter-signatory back.' })
  async withdrawCounterSignature(
    @Arg('input', () => ChangeCounterSignatureInput, inputHelp) input: ChangeCounterSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await withdrawCounterSignature(context.commandContext(), input);
    return answerOf(context, info, 'CounterSignatureWithdrawn', 'WithdrawCounterSignatureRefused', result);
  }
  @Mutation(() => SettleCounterSignatureResult, {
    description: 'For the counter-signatory: signs the cover sheet, or sends the record back.',
  })
  async settleCounterSignature(
    @Arg('input', () => SettleCounterSignatureInput, inputHelp) input: SettleCounterSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await settleCounterSignature(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'CounterSignatureSettled', 'SettleCounterSignatureRefused', result);
  }
  @Mutation(() => SettleCounterSignatureByLinkResult, {
    description:
      'Signs the cover sheet, or sends the record back, by the link that went to the counter-signatory. It works once.',
  })
  async settleCounterSignatureByLink(
    @Arg('input', () => SettleCounterSignatureByLinkInput, inputHelp) input: SettleCounterSignatureByLinkInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await settleCounterSignatureByLink(context.commandContext(), input, pagesOf(context));
    return answerOf(context, info, 'CounterSignatureSettledByLink', 'SettleCounterSignatureByLinkRefused', result);
  }
  @Mutation(() => TakeBackCounterSignatureResult, { description: 'For the counter-signatory: takes a signature back.' })
  async takeBackCounterSignature(
    @Arg('input', () => ChangeCounterSignatureInput, inputHelp) input: ChangeCounterSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await takeBackCounterSignature(context.commandContext(), input);
    return answerOf(context, info, 'CounterSignatureTakenBack', 'TakeBackCounterSignatureRefused', result);
  }
  @Mutation(() => DisownCounterSignatureResult, {
    description:
      'For whoever is named as the counter-signatory: says that it was not them, by the link that told them.',
  })
  async disownCounterSignature(
    @Arg('input', () => DisownCounterSignatureInput, inputHelp) input: DisownCounterSignatureInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await disownCounterSignature(context.commandContext(), input);
    return answerOf(context, info, 'CounterSignatureDisowned', 'DisownCounterSignatureRefused', result);
  }
}

/** Certified copies are ticked off. */
@Resolver()
export class CertifiedDocumentResolver {
  @Mutation(() => AddCertifiedDocumentResult, { description: 'Ticks a certified copy off.' })
  async addCertifiedDocument(
    @Arg('input', () => AddCertifiedDocumentInput, inputHelp) input: AddCertifiedDocumentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await addCertifiedDocument(context.commandContext(), input);
    return answerOf(context, info, 'CertifiedDocumentAdded', 'AddCertifiedDocumentRefused', result);
  }
  @Mutation(() => ChangeCertifiedDocumentResult, { description: 'Corrects what stands on a certified copy.' })
  async changeCertifiedDocument(
    @Arg('input', () => ChangeCertifiedDocumentInput, inputHelp) input: ChangeCertifiedDocumentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await changeCertifiedDocument(context.commandContext(), input);
    return answerOf(context, info, 'CertifiedDocumentChanged', 'ChangeCertifiedDocumentRefused', result);
  }
  @Mutation(() => RemoveCertifiedDocumentResult, { description: 'Takes a certified copy off the list.' })
  async removeCertifiedDocument(
    @Arg('input', () => RemoveCertifiedDocumentInput, inputHelp) input: RemoveCertifiedDocumentInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const result = await removeCertifiedDocument(context.commandContext(), input);
    return answerOf(context, info, 'CertifiedDocumentRemoved', 'RemoveCertifiedDocumentRefused', result);
  }
}

/** What the pack adds to a returner. */
@Resolver(() => ReturnerType)
export class ReturnerPackResolver {
  @FieldResolver(() => PackType, {
    nullable: true,
    description: 'Everything that goes to HCPC, as it stands now. For the person alone.',
  })
  pack(): never {
    return readByProjection();
  }
  @FieldResolver(() => CounterSignatureType, {
    nullable: true,
    description: 'Who is named to sign the cover sheet, and how that stands. For the person alone.',
  })
  counterSignature(): never {
    return readByProjection();
  }
  @FieldResolver(() => [FrozenPackType], {
    nullable: true,
    description: 'What was sent, the newest first. For the person alone.',
  })
  frozenPacks(): never {
    return readByProjection();
  }
}
