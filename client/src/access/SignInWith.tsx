import { Button } from '../ui/Button.tsx';
import { useProviders } from './providers.ts';

/** A button for each identity provider; nothing where none is offered. */
export function SignInWith({ busy, onChoose }: { busy: boolean; onChoose: (provider: string) => void }) {
  const providers = useProviders();
  if (providers.length === 0) return null;
  return (
    <>
      <h2>Or with an account that you have elsewhere</h2>
      <p>You sign in there, and come back. It tells us your name and e-mail address, and never your password.</p>
      <div className="rtp-actions">
        {providers.map(({ key, name }) => (
          <Button key={key} type="button" look="secondary" busy={busy} onClick={() => onChoose(key)}>
            Sign in with {name}
          </Button>
        ))}
      </div>
    </>
  );
}
