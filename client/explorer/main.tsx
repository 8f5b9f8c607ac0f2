import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import './explorer.css';

const firstQuestion = `# Ctrl and Space shows what can be asked here. The key goes into "Headers" below.
query PlacesWeOffer {
  partner {
    client {
      name
      belongsTo
      budget {
        left
      }
    }
  }
  capacityOffers(first: 5) {
    nodes {
      profession {
        name
      }
      site {
        name
      }
      startsOn
      places
      takenPlaces
    }
  }
}
`;

const publicQuestion = `# Ctrl and Space shows what can be asked here. What is public needs no key.
query Professions {
  professions(first: 20) {
    nodes {
      code
      name
      fieldOfPractice
    }
  }
}
`;

/** The open key of the demonstration; elsewhere there is none. */
const demonstrationKey = async (): Promise<string | undefined> => {
  const response = await fetch('/demo/keys/trust');
  return response.ok ? (await response.text()).trim() : undefined;
};

// asks as a program would: with the key in the headers or with none, and never as whoever is signed in
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  fetch: (input, init) => fetch(input, { ...init, credentials: 'omit' }),
});

const show = (key: string | undefined): void => {
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={key === undefined ? publicQuestion : firstQuestion}
      defaultHeaders={JSON.stringify({ authorization: `Bearer ${key ?? 'your key'}` }, null, 2)}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a href="/developers">Return to Practice: for developers</a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
};

demonstrationKey().then(show, () => show(undefined));
