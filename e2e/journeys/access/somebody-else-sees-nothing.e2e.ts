import { expect, test, type APIRequestContext } from '@playwright/test';

/** Asks the API as a persona. */
async function ask(request: APIRequestContext, persona: string | null, query: string, variables: object = {}) {
  if (persona) expect((await request.post('/demo/sign-in', { form: { persona } })).ok()).toBe(true);
  const answer = await request.post('/graphql', { data: { query, variables } });
  return (await answer.json()) as { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] };
}

test('a returner who knows the id of another one’s record gets nothing, by any path', async ({
  playwright,
  baseURL,
}) => {
  const open = () => playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  const [owner, other, nobody] = [await open(), await open(), await open()];
  const own = await ask(
    owner,
    'returner-logging',
    '{ viewer { returner { id loggedDays(first: 1) { nodes { id } } } } }',
  );
  const viewer = own.data?.['viewer'] as
    { returner: { id: string; loggedDays: { nodes: { id: string }[] } } } | undefined;
  const record = viewer?.returner ?? { id: '', loggedDays: { nodes: [] } };
  const day = record.loggedDays.nodes[0]?.id;
  expect(day).toBeDefined();

  const query =
    'query ($id: ID!, $day: ID!) { returner(id: $id) { id } record: node(id: $id) { id } day: node(id: $day) { id } }';
  const seen = await ask(owner, null, query, { id: record.id, day });
  expect(seen.data).toEqual({ returner: { id: record.id }, record: { id: record.id }, day: { id: day } });
  for (const [who, persona] of [
    [other, 'returner-other'],
    [other, 'supervisor'],
    [other, 'coordinator-north-west'],
  ] as const) {
    const found = await ask(who, persona, query, { id: record.id, day });
    expect(found.data ?? {}, persona).not.toMatchObject({ record: { id: record.id } });
    expect(JSON.stringify(found), persona).not.toContain(`"id":"${record.id}"`);
    expect(JSON.stringify(found), persona).not.toContain(`"id":"${day}"`);
  }
  const found = await ask(nobody, null, query, { id: record.id, day });
  expect(JSON.stringify(found)).not.toContain(`"id":"${record.id}"`);
  for (const context of [owner, other, nobody]) await context.dispose();
});

test('a suspended person cannot sign in', async ({ request }) => {
  await request.post('/demo/sign-in', { form: { persona: 'suspended' } });
  const answer = await ask(request, null, '{ viewer { isSuspended returner { id } } }');
  expect(answer.data?.['viewer']).toMatchObject({ returner: null });
});
