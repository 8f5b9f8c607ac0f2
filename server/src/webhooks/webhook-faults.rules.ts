import type { Refusal } from '../kernel/refusal.ts';
import { faultOfUrl } from './public-address.rules.ts';
import { replayedAtMost, webhooksAtMost } from './webhook.rules.ts';

const rule = 'WEBHOOK_ADDRESS_IS_PUBLIC';
const addressHelp = 'Give an address that begins with https and leads to a server of yours on the public internet.';

/** What is wrong with an address, before anybody is asked where it leads. */
export const faultsOfUrl = (url: string): Refusal[] => {
  const fault = faultOfUrl(url);
  return fault === null ? [] : [{ code: 'VALUE_INVALID', path: ['url'], rule, message: fault, help: addressHelp }];
};

/** What is wrong with where an address leads. */
export const faultsOfWay = (why: 'ADDRESS_NOT_PUBLIC' | 'NAME_NOT_FOUND' | null): Refusal[] =>
  why === null
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: ['url'],
          rule,
          message:
            why === 'NAME_NOT_FOUND'
              ? 'Its name leads nowhere.'
              : 'It leads to an address that is not on the public internet.',
          help: addressHelp,
        },
      ];

/** What is wrong with the types that are asked for. */
export const faultsOfTypes = (types: readonly string[]): Refusal[] =>
  types.length > 0
    ? []
    : [
        {
          code: 'VALUE_MISSING',
          path: ['types'],
          message: 'No type of event was chosen.',
          help: 'Choose at least one type of event.',
        },
      ];

/** What is wrong where a program’s scopes open nothing of some types: it would wait for them in vain. */
export const faultsOfReach = (unreached: readonly string[]): Refusal[] =>
  unreached.length === 0
    ? []
    : [
        {
          code: 'RULE_NOT_MET',
          path: ['types'],
          rule: 'WEBHOOK_SCOPES_REACH',
          message: `The scopes of the program, or of its token, do not reach ${unreached.join(', ')}.`,
          help: 'Leave these types out; or come with READ_EVENTS and the scope that lets you see the records that they tell of.',
        },
      ];

/** One program never uses up what is there for another, or for the administrators. */
export const tooManyWebhooks = (caller: 'PROGRAM' | 'ADMINISTRATOR'): Refusal => ({
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'WEBHOOKS_AT_MOST',
  message:
    caller === 'PROGRAM'
      ? `This program has ${webhooksAtMost} webhooks already.`
      : `Your organisation’s administrators have ${webhooksAtMost} webhooks already, those of programs not counted.`,
  help: 'Delete one of them by `deleteWebhook`, or send another one somewhere else by `changeWebhook`.',
});

export const tooManyReplayed: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'REPLAYED_AT_MOST',
  message: `More than ${replayedAtMost} events fit.`,
  help: 'Ask for a shorter time, and for the next one afterwards.',
};

export const nothingToReplay: Refusal = {
  code: 'VALUE_INVALID',
  path: [],
  message: 'No event of the webhook’s organisation and types fits.',
  help: 'Give ids of events that the feed shows, or a time in which something happened.',
};

export const eitherIdsOrTime: Refusal = {
  code: 'VALUE_INVALID',
  path: ['eventIds'],
  message: 'It must be told which events to send again.',
  help: 'Give either `eventIds`, or `from` and `until`.',
};
