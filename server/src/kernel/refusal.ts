/** What kind of "no" a rule gives. The words are in `message`, the way out in `help`. */
export const refusalCodes = {
  VALUE_MISSING: 'Something that is needed was not given.',
  VALUE_INVALID: 'What was given is not possible, for example a date in the future.',
  RULE_NOT_MET: 'A rule says no; `rule` names it.',
  NOT_FOUND: 'The record does not exist, or you may not see it.',
  CONFLICT: 'Somebody changed the record after you read it; read it again and decide.',
  IDEMPOTENCY_KEY_REUSED: 'The key was sent before with another request; make a new key for a new request.',
} as const;

/** One of the refusal codes. */
export type RefusalCode = keyof typeof refusalCodes;

/** An expected "no", as data: which field, why, and what to do now. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Where in the input, for example `['input', 'leftRegisterOn']`; empty for the whole request. */
  readonly path: readonly string[];
  readonly message: string;
  /** Key of the rule that decided, if one did. */
  readonly rule?: string;
  readonly help: string;
  /** With CONFLICT: the version the record has now. */
  readonly currentVersion?: number;
}

/** "Somebody was faster": the input's `expectedVersion` is not the version that the record has now. */
export const conflict = (currentVersion: number): Refusal => ({
  code: 'CONFLICT',
  path: ['expectedVersion'],
  message: 'Somebody changed this after you opened it.',
  help: 'Look at what it says now. Then make your change again if it is still needed.',
  currentVersion,
});

/** A rule says no to one field of the input; to the whole request where the field is empty. */
export const no = (field: string, rule: string, message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path: field === '' ? [] : [field],
  rule,
  message,
  help,
});

/** What was given in one field of the input is not possible. */
export const invalid = (field: string, message: string, help: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: [field],
  message,
  help,
});

/** One field of the input is needed, and was not given. */
export const missing = (field: string, message: string, help: string): Refusal => ({
  code: 'VALUE_MISSING',
  path: [field],
  message,
  help,
});
