import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** How the service means to be usable by everybody, and how that is checked. */
export const AccessibilityPage = () => (
  <Page title="Accessibility">
    <p className="nhsuk-lede-text">We want everybody to be able to use this service.</p>
    <p>You should be able to:</p>
    <ul>
      <li>make the text up to 400% larger without scrolling sideways</li>
      <li>use every page with a keyboard alone</li>
      <li>use every page with a screen reader</li>
      <li>read every picture of figures as a table too</li>
      <li>take as long as you like over a question</li>
      <li>turn off movement, if your device is set that way</li>
      <li>print every result</li>
    </ul>
    <h2>The standard we follow</h2>
    <p>
      We build to the <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines (WCAG) 2.2</a>, level
      AA. The pages follow the patterns of the <a href="https://service-manual.nhs.uk/">NHS digital service manual</a>.
    </p>
    <h2>How we check</h2>
    <p>
      Each page is opened in a browser and checked by a program (axe) whenever the service changes. The main journeys
      are also run by keyboard alone, on a small screen.
    </p>
    <p>
      A program finds only some problems. People who use screen readers, magnifiers or voice control every day have not
      tested this service yet.
    </p>
    <h2>If something does not work for you</h2>
    <p>
      Tell us what you wanted to do and what stopped you. <Link href={paths.contact}>How to contact us</Link>.
    </p>
  </Page>
);
