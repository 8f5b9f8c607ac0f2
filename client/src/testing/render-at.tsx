import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { App } from '../App.tsx';
import { createClient } from '../apollo/client.ts';
import { routes } from '../routes.tsx';

interface Visit {
  user: UserEvent;
  /** The address the person is at now, with its search part. */
  address: () => string;
  /** Goes back, as the browser's button does. */
  goBack: () => Promise<void>;
}

/** Opens the web app at an address, as somebody with a fresh browser. Further addresses are those visited before. */
export function renderAt(address: string, ...before: string[]): Visit {
  const router = createMemoryRouter(routes, { initialEntries: [...before, address] });
  render(<App client={createClient()} router={router} />);
  return {
    user: userEvent.setup(),
    address: () => `${router.state.location.pathname}${router.state.location.search}`,
    goBack: () => router.navigate(-1),
  };
}
