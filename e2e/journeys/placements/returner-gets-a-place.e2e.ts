import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type APIResponse, type Browser, type Page } from '@playwright/test';
import { look } from '../../look.ts';

const SOON_MS = 2_000;
const returner = 'Example Returner, looking for a place';

const signIn = async (request: APIRequestContext, persona: string): Promise<void> =>
  expect((await request.post('/demo/sign-in', { form: { persona } })).ok(), persona).toBe(true);

const ask = async <Data>(request: APIRequestContext, query: string, variables: object = {}): Promise<Data> => {
  const answer = (await (await request.post('/graphql', { data: { query, variables } })).json()) as {
    data: Data;
    errors?: unknown;
  };
  expect(answer.errors).toBeUndefined();
  return answer.data;
};

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A page of somebody's own browser, signed in. */
const browserOf = async (
  browser: Browser,
  baseURL: string | undefined,
  persona: string,
  width: number,
): Promise<Page> => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: { width, height: 860 } });
  await signIn(context.request, persona);
  return context.newPage();
};

/** Waits until the page listens: from then on it moves by itself. */
const opened = async (page: Page, path: string): Promise<void> => {
  const listens = page.waitForResponse((response) => response.url().endsWith('/live') && response.ok());
  await page.goto(path);
  await listens;
};

/** A place at the weekend for the returner's profession, the only one that the wish below fits. */
const makePlace = async (request: APIRequestContext, professionCode: string): Promise<void> => {
  const { viewer } = await ask<{ viewer: { hosts: { id: string; sites: { nodes: { id: string }[] } }[] } }>(
    request,
    '{ viewer { hosts { id sites(first: 1) { nodes { id } } } } }',
  );
  const [host] = viewer.hosts;
  const { addSupervisor } = await ask<{ addSupervisor: { supervisor: { id: string; version: number } } }>(
    request,
    `mutation ($input: AddSupervisorInput!) { addSupervisor(input: $input) { ... on SupervisorAdded { supervisor { id version } } } }`,
    {
      input: {
        hostId: host?.id,
        displayName: 'Example Supervisor of weekends',
        professionCode,
        registered: [{ from: '2012-06-01' }],
        atOnceAtMost: 2,
        weekdays: [6, 7],
        idempotencyKey: randomUUID(),
      },
    },
  );
  const { id, version } = addSupervisor.supervisor;
  await ask(
    request,
    `mutation ($input: RecordRegisterCheckInput!) { recordRegisterCheck(input: $input) { ... on RegisterCheckRecorded { supervisor { id } } } }`,
    {
      input: {
        supervisorId: id,
        expectedVersion: version,
        checkedOn: inDays(0),
        seen: 'On the Register, no conditions.',
        idempotencyKey: randomUUID(),
      },
    },
  );
  const { addCapacityOffer } = await ask<{ addCapacityOffer: { __typename: string } }>(
    request,
    `mutation ($input: AddCapacityOfferInput!) { addCapacityOffer(input: $input) { __typename } }`,
    {
      input: {
        placementSiteId: host?.sites.nodes[0]?.id,
        professionCode,
        answer: 'YES',
        contract: 'HONORARY',
        startsOn: inDays(20),
        endsOn: inDays(320),
        weekdays: [6, 7],
        supervisorId: id,
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(addCapacityOffer.__typename).toBe('CapacityOfferAdded');
};

const subjectsOf = async (request: APIRequestContext): Promise<string[]> => {
  const { mails } = (await (await request.get('/demo/mailbox.json')).json()) as { mails: { subject: string }[] };
  return mails.map(({ subject }) => subject);
};

const nodeSeenBy = async (request: APIRequestContext, id: string): Promise<unknown> =>
  (await ask<{ node: unknown }>(request, 'query ($id: ID!) { node(id: $id) { id } }', { id })).node;

/** The code of an error, or the type of the answer. */
const outcomeOf = async (response: APIResponse): Promise<string> => {
  const { data, errors } = (await response.json()) as {
    data?: Record<string, { __typename: string }> | null;
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? Object.values(data ?? {})[0]?.__typename ?? 'an answer';
};

test('a returner asks, a coordinator matches and offers, both sides accept, and each page moves by itself', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const phone = await browserOf(browser, baseURL, 'returner-looking', 375);
  const desk = await browserOf(browser, baseURL, 'coordinator-london', 1440);
  const site = await browserOf(browser, baseURL, 'organisation-administrator', 1440);
  const { viewer } = await ask<{ viewer: { returner: { professionCode: string } } }>(
    phone.request,
    '{ viewer { returner { professionCode } } }',
  );
  await makePlace(site.request, viewer.returner.professionCode);

  // the returner asks, at the weekend only
  await phone.goto('/placement');
  await phone.getByRole('link', { name: 'Ask for a placement' }).click();
  await phone.getByRole('radio', { name: 'Car' }).check();
  await phone.getByLabel('The longest way you can go').selectOption('120 minutes');
  await look(phone, 'placement-ask-travel');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await phone.getByRole('checkbox', { name: 'Saturday' }).check();
  await phone.getByRole('checkbox', { name: 'Sunday' }).check();
  await phone.getByLabel('How many days a week at least?').selectOption('2 days');
  await phone.getByRole('button', { name: 'Continue' }).click();
  const [year, month, day] = inDays(25).split('-');
  const [lastYear, lastMonth, lastDay] = inDays(90).split('-');
  const earliest = phone.getByRole('group', { name: 'The earliest day you can start' });
  const latest = phone.getByRole('group', { name: 'The latest day you can start' });
  for (const [group, values] of [
    [earliest, [day, month, year]],
    [latest, [lastDay, lastMonth, lastYear]],
  ] as const)
    for (const [index, field] of (['Day', 'Month', 'Year'] as const).entries())
      await group.getByLabel(field).fill(values[index] ?? '');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByText('What do you need at work?').first()).toBeVisible();
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('heading', { name: /What would you rather have\?/ })).toBeVisible();
  await phone.getByRole('button', { name: /Down A short way/ }).click();
  await look(phone, 'placement-ask-wishes');
  await phone.getByRole('button', { name: 'Continue' }).click();
  await expect(phone.getByRole('heading', { name: 'Check what you ask for' })).toBeVisible();
  await expect(phone.getByText(/of \d+ places? fits?|fit what you ask for/).first()).toBeVisible();
  await look(phone, 'placement-check');
  await phone.getByRole('button', { name: 'Send the request' }).click();
  await expect(phone.getByText('Your request is sent.')).toBeVisible();
  await expect(phone.getByText(/You will know by/)).toBeVisible();
  await look(phone, 'placement-asked');
  await opened(phone, '/placement');

  // the coordinator runs the match, reads why, keeps the plan and offers the place
  await desk.goto('/matching');
  await desk.getByRole('link', { name: 'Run the match' }).click();
  const pair = desk.getByRole('row', { name: new RegExp(returner) });
  await expect(pair).toContainText('North London NHS Foundation Trust');
  await pair.locator('summary').click();
  await expect(pair.getByText(/Cost: \d+ points/)).toBeVisible();
  await look(desk, 'matching-plan');
  await desk.getByRole('button', { name: 'Keep this plan as proposals' }).click();
  await expect(desk.getByText('kept as proposals')).toBeVisible();
  await desk.getByRole('link', { name: returner }).click();
  await expect(desk.getByRole('heading', { level: 1, name: returner })).toBeVisible();
  const placementId = decodeURIComponent(desk.url().split('/').at(-1) ?? '');
  await look(desk, 'placement-proposed');
  await opened(site, '/my-organisation');
  await expect(site.getByRole('row', { name: new RegExp(returner) })).toHaveCount(0);
  await desk.getByRole('radio', { name: /^Offer/ }).check();
  await desk.getByRole('button', { name: 'Do it' }).click();

  // both browsers move by themselves, and mail has come
  await expect(phone.getByRole('heading', { name: 'You have an offer' })).toBeVisible({ timeout: SOON_MS });
  await expect(site.getByRole('row', { name: new RegExp(returner) })).toBeVisible({ timeout: SOON_MS });
  await look(phone, 'placement-offered');
  await phone.getByRole('link', { name: 'Answer the offer' }).click();
  await phone.getByRole('radio', { name: 'Yes, I want this place' }).check();
  await phone.getByRole('button', { name: 'Send your answer' }).click();
  await expect(phone.getByText(/You said yes to/)).toBeVisible();
  await opened(phone, '/placement');
  await site.getByRole('link', { name: returner }).click();
  await site.getByRole('radio', { name: /^Accept|^Say yes/ }).check();
  await site.getByRole('button', { name: 'Do it' }).click();
  await expect(phone.getByRole('heading', { name: 'Both said yes' })).toBeVisible({ timeout: SOON_MS });
  await expect(phone.getByRole('table', { name: 'Before day one' })).toBeVisible();
  await look(phone, 'placement-accepted');
  for (const subject of ['A placement is offered', 'A placement is agreed'])
    await expect.poll(() => subjectsOf(phone.request), { timeout: 20_000 }).toContain(subject);

  // for everybody else it is as if it were not there
  for (const persona of ['returner-other', 'coordinator-north-west', 'supervisor', 'assessor', 'administrator']) {
    const other = await browserOf(browser, baseURL, persona, 375);
    expect(await nodeSeenBy(other.request, placementId), persona).toBeNull();
    await other.goto(`/placements/${placementId}`);
    await expect(other.getByText(returner), persona).toHaveCount(0);
    await other.context().close();
  }
  for (const page of [phone, desk, site]) await page.context().close();
});

test('nobody takes a step that is another’s', async ({ request }) => {
  await signIn(request, 'coordinator-london');
  const { placements } = await ask<{ placements: { nodes: { id: string; version: number; state: string }[] } }>(
    request,
    '{ placements(first: 100) { nodes { id version state } } }',
  );
  const inState = (wanted: string) => placements.nodes.find(({ state }) => state === wanted);
  const { placementRequests } = await ask<{ placementRequests: { nodes: { id: string }[] } }>(
    request,
    '{ placementRequests(first: 1) { nodes { id } } }',
  );
  const { capacityOffers } = await ask<{ capacityOffers: { nodes: { id: string }[] } }>(
    request,
    '{ capacityOffers(first: 1) { nodes { id } } }',
  );
  const step = (field: string, state: string) => {
    const placement = inState(state);
    expect(placement, state).toBeDefined();
    return [
      `mutation ($input: PlacementInput!) { ${field}(input: $input) { __typename } }`,
      { placementId: placement?.id, expectedVersion: placement?.version, idempotencyKey: randomUUID() },
    ] as const;
  };
  const keep = [
    'mutation ($input: KeepMatchInput!) { keepMatch(input: $input) { __typename } }',
    {
      pairs: [{ placementRequestId: placementRequests.nodes[0]?.id, capacityOfferId: capacityOffers.nodes[0]?.id }],
      idempotencyKey: randomUUID(),
    },
  ] as const;
  const plan = ['query { match { feasiblePairs } }', {}] as const;

  for (const [persona, attempts] of [
    ['returner-other', [plan, keep, step('offerPlacement', 'PROPOSED'), step('acceptPlacement', 'OFFERED')]],
    ['organisation-member', [plan, keep, step('offerPlacement', 'PROPOSED'), step('acceptPlacement', 'PROPOSED')]],
    ['supervisor', [plan, keep, step('acceptPlacement', 'OFFERED'), step('withdrawPlacement', 'ACCEPTED')]],
    ['coordinator-north-west', [keep, step('offerPlacement', 'PROPOSED'), step('withdrawPlacement', 'ACCEPTED')]],
    ['suspended', [plan, keep, step('acceptPlacement', 'OFFERED')]],
  ] as const) {
    await request.post('/demo/sign-in', { form: { persona } });
    for (const [query, input] of attempts) {
      const answer = await request.post('/graphql', { data: { query, variables: { input } } });
      expect(await outcomeOf(answer), `${persona}: ${query}`).toMatch(/FORBIDDEN|NOT_FOUND|UNAUTHENTICATED|Refused/);
    }
  }
});
