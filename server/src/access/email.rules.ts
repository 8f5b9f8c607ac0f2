const shape = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** An e-mail address in small letters and without spaces around it; undefined where it is none. */
export const parseEmail = (text: string): string | undefined => {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && shape.test(email) && !email.includes('\0') ? email : undefined;
};
