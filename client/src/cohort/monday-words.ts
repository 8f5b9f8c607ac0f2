import type { MondayKind } from '../generated/graphql.ts';
import {
  assessmentPath,
  changeCapacityPath,
  checkSupervisorPath,
  decideProgrammePath,
  nameStandInPath,
  paths,
  placementRecordPath,
  returnerPath,
} from '../paths.ts';

interface Words {
  /** What stands in the list of kinds. */
  readonly name: string;
  /** What the one press does. */
  readonly action: string;
  /** The page where it is done. */
  readonly to: (subjectId: string) => string;
}

/** Kinds of things to do, in the order in which they are offered as a filter. */
export const mondayKinds = {
  REQUEST_WAITS: { name: 'Requests without an answer', action: 'Find a place', to: () => `${paths.matching}?run=yes` },
  OFFER_ENDS: { name: 'Offers about to end', action: 'Open the offer', to: placementRecordPath },
  CHECKS_HOLD_START: { name: 'Checks before day one', action: 'Open the checks', to: placementRecordPath },
  SUPERVISION_FROZEN: { name: 'Supervisors who cannot go on', action: 'Name another', to: nameStandInPath },
  SUPERVISOR_CHECK_DUE: { name: 'Supervisors to look up', action: 'Look up', to: checkSupervisorPath },
  CAPACITY_FADES: { name: 'Places to confirm', action: 'Ask or confirm', to: changeCapacityPath },
  ASSESSMENT_LATE: { name: 'Assessments that are late', action: 'Open the assessment', to: assessmentPath },
  ASSESSMENT_DISPUTED: { name: 'Assessments to settle', action: 'Open the assessment', to: assessmentPath },
  DECISION_AWAITED: { name: 'Decisions', action: 'Decide', to: decideProgrammePath },
  DAYS_DROP_OUT: { name: 'Days about to drop out', action: 'Open the record', to: returnerPath },
  NO_MOVEMENT: { name: 'No movement', action: 'Open the record', to: returnerPath },
} as const satisfies Record<MondayKind, Words>;

/** Whether some text, for example of an address, names a kind. */
export const isMondayKind = (text: string): text is MondayKind => Object.hasOwn(mondayKinds, text);
