import type { RouteObject } from 'react-router';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/Shell.tsx';

/** Every page under its address. Each page but the first is loaded when it is first visited. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: ErrorPage,
        children: [
          { path: paths.home, Component: HomePage },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
