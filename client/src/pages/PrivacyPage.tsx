import { paths } from '../paths.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';

/** What happens to what a person tells the service. */
export const PrivacyPage = () => (
  <Page title="Privacy">
    <p className="nhsuk-lede-text">What we keep about you, why, and what you can do about it.</p>
    <h2>If you have no account</h2>
    <p>
      Your answers stay in this browser tab. Each time you answer, they are sent to our server to work out the next
      question or the result. They are not kept there, and they are never part of a web address.
    </p>
    <p>
      Close the tab and the answers are gone. If you ask for an account, they wait in this browser for up to a day, so
      that the link in your email finds them.
    </p>
    <h2>If you have an account</h2>
    <p>We keep what you give us so that you do not have to give it twice:</p>
    <ul>
      <li>your name and email address</li>
      <li>your answers about your profession and when you practised</li>
      <li>your HCPC number and the postcode of your home, if you give them</li>
      <li>the days you log</li>
      <li>the files you send as evidence, without the name you gave them and without where a photo was taken</li>
    </ul>
    <p>
      Every change is recorded with who made it and when. This protects you: nobody can change your record without a
      trace.
    </p>
    <p>
      A day that you log is kept in this browser until it is in your log, so that it works without a network: the date,
      the kind, the time and your note. It stays there when you sign out, and is only ever sent as yours. Once it is in
      your log the note is taken out of the browser.
    </p>
    <p>Other people see your record only if their job in your return needs it.</p>
    <h2>Never tell us about patients</h2>
    <p>Do not write anything about a patient in your log: no names, no initials, no dates of birth.</p>
    <h2>Cookies</h2>
    <p>
      There are two cookies, and both only once you sign in. One says that it is you and goes when you sign out. The
      other knows this browser again for 400 days, so that we can tell you of a sign-in on a new one; it opens nothing.
      We do not use cookies to count visits or to show adverts, and no other company’s code runs on these pages.
    </p>
    <p>
      Of each sign-in we keep for a year when it was, how, and the kind of browser and device, such as “Firefox on
      Windows”. We do not keep where. You see it under <Link href={paths.signIns}>where you are signed in</Link>.
    </p>
    <h2>Your rights</h2>
    <p>
      You can download all that is kept about you, correct it, pause, withdraw and ask to be erased:{' '}
      <Link href={paths.myData}>your data</Link>. An erasure waits 14 days; the page says what is kept after it, and
      why. For anything else, <Link href={paths.contact}>contact us</Link>.
    </p>
  </Page>
);
