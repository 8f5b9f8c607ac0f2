/** Whether events are sent. */
export const webhookStates = {
  ACTIVE: 'Events are sent.',
  PAUSED: 'Nothing is sent. What happens meanwhile is sent once it goes on.',
} as const;
export type WebhookState = keyof typeof webhookStates;

/** Why nothing is sent. */
export const pauseReasons = {
  ASKED: 'You have paused it.',
  FAILING: 'It has taken nothing for 24 hours, or refused one message for as long.',
  GONE: 'It has answered 410: it wants no more.',
  NOT_ALLOWED: 'The program that registered it was revoked, has ended, or may not manage webhooks any more.',
} as const;
export type PauseReason = keyof typeof pauseReasons;

/** Why something is delivered. */
export const deliveryKinds = {
  EVENT: 'Something has happened.',
  REPLAY: 'An event that you asked to be sent again. It comes after what is in line already.',
  PING: 'You asked whether the receiver is there.',
} as const;
export type DeliveryKind = keyof typeof deliveryKinds;

/** How a delivery stands. */
export const deliveryStates = {
  WAITING: 'In line, or to be tried again.',
  DELIVERED: 'The receiver has taken it.',
  DROPPED: 'Not sent: the record may not be seen any more, or the webhook is not for it.',
} as const;
export type DeliveryState = keyof typeof deliveryStates;

/** As many addresses of one program are kept, and as many of an organisation's administrators together. */
export const webhooksAtMost = 10;
/** As many deliveries are sent again by one request. */
export const replayedAtMost = 10_000;
/** So much of an answer is kept, in characters. */
export const answerKept = 2_000;
