import { readFileSync } from 'node:fs';
import { createClient, type TypedDocument } from './client.ts';

// Reads all places that an organisation offers, a page at a time: `KEY=… node schema/examples/first-data.ts [origin]`.

interface Offers {
  readonly capacityOffers: {
    readonly nodes: readonly { readonly id: string; readonly places: number | null; readonly takenPlaces: number }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const document: TypedDocument<Offers, { first: number; after: string | null }> = {
  text: readFileSync(new URL('places-we-offer.graphql', import.meta.url), 'utf8'),
};

const ask = createClient({
  origin: process.argv[2] ?? 'http://localhost:4000',
  key: process.env['KEY'] ?? '',
  onDeprecated: (reason) => console.error(reason),
});

const pageAfter = async (after: string | null): Promise<Offers['capacityOffers']> => {
  const { data, cost } = await ask(document, { first: 2, after });
  const { nodes } = data.capacityOffers;
  console.log(`${nodes.length} offers for ${cost?.charged} points, ${cost?.budget.left} are left.`);
  return data.capacityOffers;
};

let page = await pageAfter(null);
let offers = page.nodes.length;
while (page.pageInfo.hasNextPage) {
  page = await pageAfter(page.pageInfo.endCursor);
  offers += page.nodes.length;
}
console.log(`${offers} offers in all.`);
