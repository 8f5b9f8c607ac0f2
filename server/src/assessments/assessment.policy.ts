import type { Actor } from '../access/actor.ts';
import type { Visibility } from '../access/visibility.ts';
import { belongingToRunHost, mayManageHost, openToProgram, type HostSubject } from '../placements/host.policy.ts';
import { placementsVisibleTo } from '../placements/placement.policy.ts';
import { coordinates, mayEditReturner, type ReturnerSubject } from '../returners/returner.policy.ts';
import type { AssessmentParty } from './assessment.rules.ts';

/** What policies must know of an assessment. */
export interface AssessmentSubject {
  readonly returner: ReturnerSubject;
  readonly host: HostSubject;
  readonly assessorPersonId: string;
  readonly moderatorPersonId: string | null;
  readonly supervisorPersonId: string | null;
}

/** The records of the one who asks as assessor. */
const ownAssessors = (actor: Actor): Visibility => [
  [{ column: 'person_id', isOneOf: actor.personId === null ? [] : [actor.personId] }],
];

/** Assessors: for those who run the organisation and its programs, and each for themself. */
export const assessorsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'PARTNER') return openToProgram(actor, 'READ_ASSESSMENTS');
  return actor.kind === 'ASSESSOR' ? ownAssessors(actor) : belongingToRunHost(actor);
};

/** An assessor sees those that are theirs to write or to look at a second time; everybody else sees them with the placement. */
export const assessmentsVisibleTo = (actor: Actor): Visibility => {
  if (actor.kind === 'PARTNER') return openToProgram(actor, 'READ_ASSESSMENTS');
  return actor.kind === 'ASSESSOR'
    ? [
        [{ column: 'assessor_id', belongsTo: 'assessor', visible: ownAssessors(actor) }],
        [{ column: 'moderator_id', belongsTo: 'assessor', visible: ownAssessors(actor) }],
      ]
    : [[{ column: 'placement_id', belongsTo: 'placement', visible: placementsVisibleTo(actor) }]];
};

/** What the assessor is writing, the assessor alone sees. */
export const forItsAssessor = (actor: Actor): Visibility =>
  actor.kind === 'ASSESSOR'
    ? [[{ column: 'assessor_id', belongsTo: 'assessor', visible: ownAssessors(actor) }]]
    : 'NONE';

const readers: readonly Actor['kind'][] = ['RETURNER', 'ASSESSOR', 'SUPERVISOR', 'COORDINATOR'];

/** What is said in an assessment: not for the organisation, which learns that there is one. */
export const forItsReaders = (actor: Actor): Visibility => (readers.includes(actor.kind) ? 'ALL' : 'NONE');

const appealReaders: readonly Actor['kind'][] = ['RETURNER', 'ASSESSOR', 'COORDINATOR'];

/** What the returner does not agree with, and the answer. */
export const forThoseInAnAppeal = (actor: Actor): Visibility => (appealReaders.includes(actor.kind) ? 'ALL' : 'NONE');

const planners: readonly Actor['kind'][] = ['COORDINATOR', 'ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'];

/** What is needed to plan assessments of a placement. */
export const forPlanners = (actor: Actor): Visibility => (planners.includes(actor.kind) ? 'ALL' : 'NONE');

/** Whether somebody plans the assessments of a placement: coordinators who see the person, and the organisation with its programs. */
export const mayPlanAssessments = (
  actor: Actor,
  { returner, host }: Pick<AssessmentSubject, 'returner' | 'host'>,
): boolean =>
  actor.kind === 'COORDINATOR' ? coordinates(actor, returner) : mayManageHost(actor, host, 'REPORT_ASSESSMENTS');

/** Everything that somebody is to an assessment; nothing for those it is none of the business of. */
export const partiesToAssessment = (actor: Actor, subject: AssessmentSubject): readonly AssessmentParty[] => {
  const { returner, host, assessorPersonId, moderatorPersonId, supervisorPersonId } = subject;
  if (actor.personId === null) return [];
  if (actor.kind === 'RETURNER') return mayEditReturner(actor, returner) ? ['RETURNER'] : [];
  if (actor.kind === 'ASSESSOR')
    return [
      ...(actor.personId === assessorPersonId ? (['ASSESSOR'] as const) : []),
      ...(actor.personId === moderatorPersonId ? (['MODERATOR'] as const) : []),
    ];
  if (actor.kind === 'SUPERVISOR') return actor.personId === supervisorPersonId ? ['SUPERVISOR'] : [];
  if (actor.kind === 'COORDINATOR') return coordinates(actor, returner) ? ['COORDINATOR'] : [];
  return mayManageHost(actor, host) ? ['SITE'] : [];
};
