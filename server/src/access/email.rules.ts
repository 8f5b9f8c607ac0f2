const shape = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Signs that nobody sees, and halves of signs: they make one address look like another, or end a line of a mail. */
const unseen = /\p{C}/u;

/** An e-mail address in small letters and without spaces around it; undefined where it is none. */
export const parseEmail = (text: string): string | undefined => {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && shape.test(email) && !unseen.test(email) ? email : undefined;
};
