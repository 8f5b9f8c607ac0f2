import type { Refusal } from '../kernel/refusal.ts';
import type { PlacementRuleKey } from './placement-cited.rules.ts';

/** How a task is done on a placement. */
export const taskArrangements = {
  DELEGATED: 'Handed over by a registrant, as to an assistant or a student.',
  SUPERVISED: 'Done while a registrant supervises.',
  ALONE: 'Done on one’s own authority.',
} as const;
/** How a task is done. */
export type TaskArrangement = keyof typeof taskArrangements;

/** The titles under which somebody off the Register may work. */
export const placementTitles = {
  ASSISTANT: 'An assistant title.',
  VOLUNTEER: 'A volunteer title.',
} as const;
/** A title for somebody off the Register. */
export type PlacementTitle = keyof typeof placementTitles;

/** A task, and who does it under which title. */
export interface TaskFacts {
  readonly isHandsOn: boolean;
  readonly isReturnerRegistered: boolean;
  readonly arrangement: TaskArrangement;
  /** Null where another title, or none, is used. */
  readonly title: PlacementTitle | null;
}

/** Why a returner may not do a task yet; empty if they may. */
export const faultsOfTask = ({ isHandsOn, isReturnerRegistered, arrangement, title }: TaskFacts): Refusal[] => {
  if (!isHandsOn || isReturnerRegistered) return [];
  const fault = (field: string, message: string, help: string): Refusal => ({
    code: 'RULE_NOT_MET',
    path: [field],
    message,
    rule: 'HANDS_ON_DELEGATED' satisfies PlacementRuleKey,
    help,
  });
  return [
    ...(arrangement === 'ALONE'
      ? [fault('arrangement', 'Somebody off the Register may not do this alone.', 'Have it delegated or supervised.')]
      : []),
    ...(title === null
      ? [
          fault(
            'title',
            'This needs the title of an assistant or a volunteer.',
            'Choose an assistant or a volunteer title.',
          ),
        ]
      : []),
  ];
};
