/** What somebody is told whom nobody knows: it can be a person, or a program whose key did not come along. */
export const signInFirst = 'Sign in first. A program sends its key in the header `Authorization: Bearer`.';
