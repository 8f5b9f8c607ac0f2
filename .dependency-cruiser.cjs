// Which file may import which: the arrows of docs/architecture.md, as rules. Tests may import anything.

/** The server's features. A later one may import an earlier one, never the other way round. */
const features = [
  'kernel',
  'access',
  'audit',
  'live',
  'messages',
  'accounts',
  'identity-providers',
  'organisations',
  'eligibility',
  'returners',
  'updating',
  'placements',
  'imports',
  'assessments',
  'evidence',
  're-registration',
  'cohort',
  'national-files',
  'my-data',
  'partners',
  'bulk',
  'events',
  'webhooks',
];
const edges = ['graphql', 'http', 'persistence', 'testing'];

const test = '\\.(test|fixture)\\.tsx?$';
const layer = (...names) => `^server/src/.*\\.(${names.join('|')})\\.ts$`;
const folder = (...names) => `^server/src/(${names.join('|')})/`;
const library = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** One rule: files that match `from` import nothing that matches any of `to`. */
const never = (name, comment, from, to, except = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [test, ...(except.from ?? [])] },
  to: { path: to, ...(except.to ? { pathNot: except.to } : {}) },
});

const storage = [library('@mikro-orm', 'pg')];
const shapes = [library('type-graphql'), layer('graphql', 'resolver')];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that import each other cannot be read one at a time, and may die at start.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would not be checked by any other rule.',
      severity: 'error',
      from: { path: '^(server|client|schema|e2e)/' },
      // holds types alone, and no file to run
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },

    never('kernel-imports-nothing', 'The kernel is the ground.', folder('kernel'), [
      folder(...features.slice(1), ...edges),
      '^server/src/[^/]+\\.ts$',
    ]),
    ...features
      .slice(1, -1)
      .map((feature, index) =>
        never(
          `feature-order-${feature}`,
          'A feature knows only the ones before it.',
          folder(feature),
          folder(...features.slice(index + 2)),
        ),
      ),

    never('rules-are-pure', 'Facts in, a decision out: no database, no GraphQL, no edge.', layer('rules'), [
      layer('policy', 'entity', 'projection', 'queries', 'command', 'factory'),
      folder(...edges),
      ...storage,
      ...shapes,
    ]),
    never('policy', 'A policy says who may, as plain data.', layer('policy'), [
      layer('projection', 'queries', 'command', 'factory'),
      folder(...edges),
      ...storage,
      ...shapes,
    ]),
    never('entity', 'An entity says how a thing is stored, and nothing more.', layer('entity'), [
      layer('policy', 'projection', 'queries', 'command', 'factory'),
      folder('graphql', 'http', 'testing'),
      ...shapes,
    ]),
    never('projection', 'A projection reads; it neither writes nor shapes.', layer('projection'), [
      layer('queries', 'command', 'factory', 'resolver'),
      folder('http', 'testing'),
      ...storage,
    ]),
    never('queries', 'What a command reads and locks.', layer('queries'), [
      layer('command', 'projection', 'factory'),
      folder('graphql', 'http', 'testing'),
      ...shapes,
    ]),
    never('command', 'A use case knows no edge.', layer('command'), [
      layer('projection', 'factory'),
      folder('graphql', 'http', 'testing'),
      ...shapes,
    ]),
    never('job', 'What is due is found, and commands are given for it.', layer('job'), [
      layer('projection', 'factory'),
      folder('graphql', 'http', 'testing'),
      ...storage,
      ...shapes,
    ]),
    never(
      'what-runs-by-itself-is-called-by-nobody',
      'Only the list of jobs knows a job.',
      '^server/src/',
      [layer('job')],
      {
        from: ['^server/src/(jobs|mounts)\\.ts$', layer('job')],
      },
    ),
    never('graphql-shapes', 'Shapes know the words of the rules and other shapes.', layer('graphql'), [
      layer('entity', 'projection', 'queries', 'command', 'resolver', 'policy', 'factory'),
      folder('http', 'persistence', 'testing'),
      ...storage,
    ]),
    never('resolver', 'A field becomes a command or a read.', layer('resolver'), [
      layer('factory'),
      folder('http', 'testing'),
      ...storage,
    ]),
    never(
      'type-graphql-at-its-edge',
      'Only shapes, resolvers and the GraphQL edge know type-graphql.',
      '^server/src/',
      [library('type-graphql')],
      { from: [layer('graphql', 'resolver'), folder('graphql'), '^server/src/main\\.ts$'] },
    ),
    never(
      'storage-at-its-edge',
      'Only what stores, what compiles reads, and what carries the entity manager know the ORM.',
      '^server/src/',
      [library('@mikro-orm')],
      {
        from: [
          layer('entity', 'queries', 'command', 'factory'),
          folder('graphql/compile', 'persistence', 'testing'),
          '^server/src/graphql/context\\.ts$',
          // runs every command in its transaction, with its audit entry
          '^server/src/audit/run-command\\.ts$',
        ],
      },
    ),
    never('nothing-imports-tests', 'What runs does not need what tests it.', '^server/src/', [folder('testing')], {
      from: [layer('factory'), folder('testing')],
    }),

    never('the-contract-points-at-nothing', 'Everybody points at the contract.', '^schema/', '^(server|client|e2e)/'),
    never('the-server-knows-no-client', 'The server is tested against the contract.', '^server/', '^(client|e2e)/'),
    never('the-client-knows-the-contract-alone', 'Not the server.', '^client/', '^(server|e2e)/'),
    never('journeys-walk-from-outside', 'As a person or a partner would.', '^e2e/', '^(server|client)/'),
    never('the-look-knows-no-data', 'The look knows neither Apollo nor routes.', '^client/src/ui/', [
      '^client/src/(?!ui/)',
      library('@apollo'),
    ]),
    never(
      'subjects-know-no-page',
      'Pages compose subjects.',
      '^client/src/(?!pages/|main|routes|testing/)',
      '^client/src/pages/',
      {
        from: ['^client/src/App\\.tsx$'],
      },
    ),
    {
      name: 'subjects-know-no-other-subject',
      comment:
        'Where a screen shows two, its page composes them. So does the shell around every page. What every answer cites belongs to all.',
      severity: 'error',
      from: { path: '^client/src/(?!pages/|shell/|cited/|ui/|apollo/|testing/|generated/)([^/]+)/', pathNot: [test] },
      to: { path: '^client/src/(?!cited/|ui/|apollo/|generated/|testing/)[^/]+/', pathNot: '^client/src/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['/dist/', '/generated/', '/test-results/', '\\.(s?css|svg|csv)$', 'virtual:', '\\?'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
