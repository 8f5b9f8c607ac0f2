import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';

/** A key, for the one time that it is shown. */
export function NewKey({ apiKey }: { apiKey: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Notice heading="Copy the key now" look="success">
      <p>We show it this once, and keep only a fingerprint of it. Store it where your program keeps its secrets.</p>
      <p>
        <code className="rtp-key">{apiKey}</code>
      </p>
      <Button
        type="button"
        look="secondary"
        small
        onClick={() => void navigator.clipboard.writeText(apiKey).then(() => setCopied(true))}
      >
        Copy the key
      </Button>
      <p role="status">{isCopied ? 'Copied.' : ''}</p>
    </Notice>
  );
}
