import type { RouteObject } from 'react-router';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/Shell.tsx';

const pages: RouteObject[] = [
  { path: paths.home, Component: HomePage },
  {
    path: paths.professions,
    lazy: async () => ({ Component: (await import('./pages/ProfessionsPage.tsx')).ProfessionsPage }),
  },
  {
    path: paths.profession,
    lazy: async () => ({ Component: (await import('./pages/ProfessionPage.tsx')).ProfessionPage }),
  },
  { path: paths.forecast, lazy: async () => ({ Component: (await import('./pages/ForecastPage.tsx')).ForecastPage }) },
  {
    path: paths.eligibility,
    lazy: async () => ({ Component: (await import('./pages/EligibilityPage.tsx')).EligibilityPage }),
  },
  {
    path: paths.eligibilityQuestion,
    lazy: async () => ({ Component: (await import('./pages/EligibilityQuestionPage.tsx')).EligibilityQuestionPage }),
  },
  {
    path: paths.eligibilityAnswers,
    lazy: async () => ({ Component: (await import('./pages/EligibilityAnswersPage.tsx')).EligibilityAnswersPage }),
  },
  {
    path: paths.eligibilityResult,
    lazy: async () => ({ Component: (await import('./pages/EligibilityResultPage.tsx')).EligibilityResultPage }),
  },
  { path: paths.regions, lazy: async () => ({ Component: (await import('./pages/RegionsPage.tsx')).RegionsPage }) },
  { path: paths.boards, lazy: async () => ({ Component: (await import('./pages/BoardsPage.tsx')).BoardsPage }) },
  { path: paths.trusts, lazy: async () => ({ Component: (await import('./pages/TrustsPage.tsx')).TrustsPage }) },
  { path: paths.sites, lazy: async () => ({ Component: (await import('./pages/SitesPage.tsx')).SitesPage }) },
  {
    path: paths.createAccount,
    lazy: async () => ({ Component: (await import('./pages/CreateAccountPage.tsx')).CreateAccountPage }),
  },
  { path: paths.signIn, lazy: async () => ({ Component: (await import('./pages/SignInPage.tsx')).SignInPage }) },
  { path: paths.sendLink, lazy: async () => ({ Component: (await import('./pages/SendLinkPage.tsx')).SendLinkPage }) },
  {
    path: paths.checkEmail,
    lazy: async () => ({ Component: (await import('./pages/CheckEmailPage.tsx')).CheckEmailPage }),
  },
  { path: paths.openLink, lazy: async () => ({ Component: (await import('./pages/OpenLinkPage.tsx')).OpenLinkPage }) },
  {
    path: paths.signedOut,
    lazy: async () => ({ Component: (await import('./pages/SignedOutPage.tsx')).SignedOutPage }),
  },
  {
    path: paths.demonstration,
    lazy: async () => ({ Component: (await import('./pages/DemonstrationPage.tsx')).DemonstrationPage }),
  },
  { path: paths.privacy, lazy: async () => ({ Component: (await import('./pages/PrivacyPage.tsx')).PrivacyPage }) },
  {
    path: paths.accessibility,
    lazy: async () => ({ Component: (await import('./pages/AccessibilityPage.tsx')).AccessibilityPage }),
  },
  { path: paths.sources, lazy: async () => ({ Component: (await import('./pages/SourcesPage.tsx')).SourcesPage }) },
  { path: paths.contact, lazy: async () => ({ Component: (await import('./pages/ContactPage.tsx')).ContactPage }) },
  { path: '*', Component: NotFoundPage },
];

/** Every page under its address. Each page but the first is loaded when it is first visited. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    HydrateFallback: () => null,
    // A page that breaks leaves the header and the footer standing.
    children: [{ ErrorBoundary: ErrorPage, children: pages }],
  },
];
