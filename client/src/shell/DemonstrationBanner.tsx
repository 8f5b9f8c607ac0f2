import { useEffect, useState } from 'react';

/** Whether the server runs the demonstration: only then does it list invented people to sign in as. */
async function isDemonstration(signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/demo/personas', location.origin), { signal });
    // An answer whose body nobody reads keeps its connection busy.
    await answer.text();
    return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
  } catch {
    return false;
  }
}

/** Says that everybody here is invented, wherever that is so. */
export function DemonstrationBanner() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    void isDemonstration(abort.signal).then((answer) => {
      if (!abort.signal.aborted) setShown(answer);
    });
    return () => abort.abort();
  }, []);
  return shown ? (
    <div className="rtp-banner" role="region" aria-label="Demonstration">
      <div className="nhsuk-width-container">
        <p>
          <strong>Demonstration.</strong> Every person here is invented. Do not enter real details.
        </p>
      </div>
    </div>
  ) : null;
}
