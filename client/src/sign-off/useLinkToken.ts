import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The token of a link in a mail. It stands behind the "#", which no server sees, and is taken out of the address at once. */
export function useLinkToken(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(hash.slice(1));
  useEffect(() => {
    if (hash === '') return;
    setToken(hash.slice(1));
    void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}
