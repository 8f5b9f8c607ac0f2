import { Page } from '../ui/Page.tsx';

/** The first page. */
export const HomePage = () => (
  <div className="nhsuk-width-container">
    <Page title="Go back to the work you trained for" browserTitle="Home" />
  </div>
);
