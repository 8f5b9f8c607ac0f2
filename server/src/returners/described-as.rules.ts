import { sql, type Sql } from '../kernel/sql.ts';

/** What to say of a person beside the name: the field of practice, and no title until they are on the Register. */
export const describedAs = (isRegistered: boolean, fieldOfPractice: string): string =>
  isRegistered ? `on the HCPC Register for ${fieldOfPractice}` : `returning to ${fieldOfPractice}`;

/** Whether somebody is on the Register again, in SQL: by the application that is current. */
export const isRegistered = (returnerId: Sql): Sql =>
  sql`exists (select from application x where x.returner_id = ${returnerId} and x.is_current and x.state = 'REGISTERED')`;
