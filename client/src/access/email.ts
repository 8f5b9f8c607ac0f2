import type { FieldError } from '../ui/ErrorSummary.tsx';

/** What is wrong with a typed e-mail address; whether it exists is for the mail to show. */
export const checkEmail = (email: string): FieldError[] =>
  /^\S+@\S+\.\S+$/.test(email.trim())
    ? []
    : [
        {
          field: 'email',
          message: email.trim() === '' ? 'Enter your e-mail address' : 'Enter an e-mail address like name@example.org',
        },
      ];
