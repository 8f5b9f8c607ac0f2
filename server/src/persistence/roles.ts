/** The role that makes and owns the tables, in a database that we run ourselves. */
export const OWNER_ROLE = 'return_to_practice_owner';

/**
 * The role whose rights the application works with. Migrations give and take rights under this name. Where
 * `DATABASE_URL` names another role, that role is made a member of this one.
 */
export const APPLICATION_ROLE = 'return_to_practice_app';
