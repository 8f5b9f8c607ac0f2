/** The hats as their wearers say them. */
const hats: Readonly<Record<string, string>> = {
  RETURNER: 'Returner',
  SUPERVISOR: 'Supervisor',
  ASSESSOR: 'Assessor',
  COUNTER_SIGNATORY: 'Counter-signatory',
  ORGANISATION_MEMBER: 'Organisation member',
  ORGANISATION_ADMINISTRATOR: 'Organisation administrator',
  COORDINATOR: 'Coordinator',
  ADMINISTRATOR: 'Administrator',
  PARTNER: 'Partner',
  SUSPENDED: 'Suspended account',
};

/** A hat in words. */
export const sayHat = (hat: string): string => hats[hat] ?? hat;
