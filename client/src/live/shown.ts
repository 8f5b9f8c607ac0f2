import { shownTypes } from '../generated/shown-types.ts';

/** A record that has changed. */
export interface Changed {
  type: string;
  id: string;
}

/**
 * What changes along with a record, though it is noted for the record alone: a place that is taken is one fewer on offer. Such an
 * answer is asked for anew whichever record it shows.
 */
const along: Readonly<Record<string, readonly string[]>> = {
  Placement: ['CapacityOffer', 'LearningAgreement', 'PlacementRequest', 'StartingCheck'],
  LearningAgreement: ['Placement', 'StartingCheck'],
  Host: ['LearningAgreement'],
  StartingCheck: ['Placement'],
  Supervisor: ['CapacityOffer', 'Placement'],
  CapacityOffer: ['Host', 'PlacementSite'],
  PlacementSite: ['Host'],
  NationalImport: ['IntegratedCareBoard', 'Trust'],
};

/** Answers that are worked out from records which they do not show, by the question's name. */
const workedOut: Readonly<Record<string, readonly string[]>> = {
  AssessmentsToDo: ['Assessment'],
  ToSign: ['LoggedDay', 'SignOff'],
  Signatures: ['LoggedDay', 'SignOff'],
  Log: ['SignOff'],
  PackToSend: ['CertifiedDocument', 'CounterSignature', 'LoggedDay', 'SignOff', 'Supervisor'],
  MyCounterSignature: ['LoggedDay', 'SignOff', 'Supervisor'],
  CertifiedCopies: ['CertifiedDocument'],
  ToCounterSign: ['CounterSignature'],
  Monday: ['Assessment', 'CapacityOffer', 'Placement', 'PlacementRequest', 'Returner', 'StartingCheck', 'Supervisor'],
};

/** A record that an answer shows. */
export interface Shown extends Changed {
  /** Where it stands in its course, if it has one. */
  state: string | undefined;
}

/** Every record in an answer. */
export function recordsIn(answer: unknown, found: Shown[] = []): Shown[] {
  if (Array.isArray(answer)) for (const part of answer) recordsIn(part, found);
  else if (typeof answer === 'object' && answer !== null) {
    const { __typename: type, id, state } = answer as Record<string, unknown>;
    if (typeof type === 'string' && typeof id === 'string')
      found.push({ type, id, state: typeof state === 'string' ? state : undefined });
    for (const part of Object.values(answer)) recordsIn(part, found);
  }
  return found;
}

/**
 * Whether a changed record concerns the answer to a question: it shows this very record, or a list in which the record may stand now,
 * or one of its kind where there was none before.
 */
export function concerns(question: string, answer: unknown, { type, id }: Changed): boolean {
  if (workedOut[question]?.includes(type) === true) return true;
  const shows = shownTypes[question];
  if (shows === undefined) return false;
  if ((along[type] ?? []).some((other) => other in shows)) return true;
  if (shows[type] === undefined) return false;
  if (shows[type] === 'LIST') return true;
  const known = recordsIn(answer).filter((record) => record.type === type);
  return known.length === 0 || known.some((record) => record.id === id);
}
