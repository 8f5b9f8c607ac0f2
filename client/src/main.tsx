import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { createClient } from './apollo/client.ts';
import { App } from './App.tsx';
import { routes } from './routes.tsx';
import './ui/look.scss';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element to show the app in.');

createRoot(root).render(
  <StrictMode>
    <App client={createClient()} router={createBrowserRouter(routes)} />
  </StrictMode>,
);
