import { Button } from '../ui/Button.tsx';
import { Warning } from '../ui/Callouts.tsx';
import { saveFile } from '../ui/save-file.ts';

/** The recovery codes, shown this once, with the ways to keep them. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <>
    <Warning heading="Keep these where you find them without your phone">
      <p>We show them once. Each counts once in place of a code of the app. New ones end them all.</p>
    </Warning>
    <ul className="nhsuk-list rtp-codes" aria-label="Recovery codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <div className="rtp-actions">
      <Button
        type="button"
        look="secondary"
        onClick={() =>
          saveFile(
            new Blob([`Return to Practice: recovery codes. Each counts once.\n\n${codes.join('\n')}\n`], {
              type: 'text/plain',
            }),
            'recovery-codes.txt',
          )
        }
      >
        Save as a file
      </Button>
      <Button type="button" look="secondary" onClick={() => window.print()}>
        Print
      </Button>
    </div>
  </>
);
