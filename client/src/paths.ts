import { generatePath } from 'react-router';

/** Every page's address. A part that starts with a colon stands for a value. */
export const paths = {
  home: '/',
  professions: '/professions',
  profession: '/professions/:code',
  eligibility: '/eligibility',
  eligibilityQuestion: '/eligibility/question/:question',
  eligibilityAnswers: '/eligibility/answers',
  eligibilityResult: '/eligibility/result',
  forecast: '/forecast',
  regions: '/organisations/regions',
  boards: '/organisations/boards',
  trusts: '/organisations/trusts',
  sites: '/organisations/sites',
  createAccount: '/create-account',
  signIn: '/sign-in',
  sendLink: '/sign-in/send-link',
  checkEmail: '/sign-in/check-your-email',
  openLink: '/sign-in/link',
  signedOut: '/signed-out',
  myHome: '/my-home',
  account: '/account',
  password: '/account/password',
  demonstration: '/demonstration',
  privacy: '/privacy',
  accessibility: '/accessibility',
  sources: '/sources',
  contact: '/contact',
} as const;

/** The address of one profession's page, by its register code, for example "DT". */
export const professionPath = (code: string): string => generatePath(paths.profession, { code });

/** The address of one question of the eligibility check. */
export const questionPath = (question: string): string => generatePath(paths.eligibilityQuestion, { question });
