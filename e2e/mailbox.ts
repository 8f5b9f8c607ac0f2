import { expect, type APIRequestContext } from '@playwright/test';

interface Mail {
  readonly subject: string;
  readonly link: string | null;
}

/** The link in the newest mail to an address, once it has come. */
export async function linkMailedTo(request: APIRequestContext, address: string): Promise<string> {
  let newest: Mail | undefined;
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/demo/mailbox.json?to=${encodeURIComponent(address)}`);
        const { mails } = (await answer.json()) as { mails: Mail[] };
        newest = mails[0];
        return newest?.link ?? null;
      },
      { timeout: 20_000 },
    )
    .not.toBeNull();
  return newest?.link ?? '';
}
