import type { AsideReason, PlaceFate } from '../generated/graphql.ts';

export const asideReasons: Readonly<Record<AsideReason, string>> = {
  FAMILY_OR_CARE: 'Family, or care for somebody',
  HEALTH: 'Health',
  MONEY: 'Money',
  WORK: 'Other work',
  NO_PLACE: 'No place was found',
  CHANGED_MIND: 'I do not want to go back any more',
  OTHER: 'Something else, or I would rather not say',
};

/** The reasons as choices; nobody pauses because they do not want to go back. */
export const reasonsFor = (what: 'PAUSE' | 'WITHDRAW') =>
  Object.entries(asideReasons)
    .filter(([value]) => what === 'WITHDRAW' || value !== 'CHANGED_MIND')
    .map(([value, label]) => ({ value, label }));

export const placeFates: Readonly<Record<PlaceFate, string>> = {
  NO_PLACE: 'You have no place that is agreed or under way.',
  NOT_TOUCHED: 'Your place is not touched: the pause lies before or after it.',
  KEPT: 'Your place is kept. The site is told, and can say that it cannot keep it.',
  FALLS_OUT: 'Your place cannot be kept: the pause is longer than 28 days, or goes on past its last day.',
};
