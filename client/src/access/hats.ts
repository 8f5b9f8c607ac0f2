import type { Role } from '../generated/graphql.ts';

/** The hats as their wearers say them. */
const hats = {
  RETURNER: 'Returner',
  SUPERVISOR: 'Supervisor',
  ASSESSOR: 'Assessor',
  COUNTER_SIGNATORY: 'Counter-signatory',
  ORGANISATION_MEMBER: 'Organisation member',
  ORGANISATION_ADMINISTRATOR: 'Organisation administrator',
  COORDINATOR: 'Coordinator',
  ADMINISTRATOR: 'Administrator',
  PARTNER: 'Partner',
} as const satisfies Record<Role, string>;

/** Whether some text, for example of an address, names a hat. */
export const isHat = (text: string): text is Role => Object.hasOwn(hats, text);

/** A hat in words. */
export const sayHat = (hat: string): string => {
  if (isHat(hat)) return hats[hat];
  return hat === 'SUSPENDED' ? 'Suspended account' : hat;
};

/** The hats to choose from. */
export const hatChoices: readonly { value: string; label: string }[] = Object.entries(hats).map(([value, label]) => ({
  value,
  label,
}));
