/** The house rules of docs/adr/0006: who may import whom. A rule here is a rule that holds. */
const partner = '^subgraphs/(?!kit/|population/|index\\.ts)([^/]+)/';
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means two rooms that are really one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'partner-not-to-partner',
      comment: 'Partners are legally and technically apart; the graph is their only meeting place.',
      severity: 'error',
      from: { path: partner },
      to: { path: partner, pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'kit-imports-neither',
      comment: 'The kit serves partners and gateway; it knows none of them.',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^(gateway|commands|subgraphs/(?!kit/))' },
    },
    {
      name: 'gateway-not-to-partner',
      comment: 'The gateway knows the registry and the supergraph, never a partner.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: partner },
    },
    {
      name: 'population-only-in-stubs',
      comment: 'Synthetic people may feed simulated sources and tests, never a real adapter.',
      severity: 'error',
      from: {
        path: '^(gateway|subgraphs)/',
        pathNot: '(/stub[a-z-]*\\.ts$|\\.test\\.ts$|^subgraphs/population/)',
      },
      to: { path: '^subgraphs/population/' },
    },
    {
      name: 'one-door',
      comment: 'A folder is a room with one door: outsiders import index.ts only.',
      severity: 'error',
      from: { path: '^(gateway|commands|test|bench|schema)/' },
      to: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/[^/]+/(index\\.ts|stub\\.ts)$' },
    },
    {
      name: 'gateway-rooms-have-one-door',
      comment: 'Rooms of the gateway meet at their doors.',
      severity: 'error',
      from: { path: '^gateway/([^/]+)/' },
      to: { path: '^gateway/([^/]+)/', pathNot: ['^gateway/$1/', '^gateway/[^/]+/index\\.ts$'] },
    },
    {
      name: 'product-not-to-tests',
      severity: 'error',
      from: { path: '^(gateway|subgraphs|commands|schema|bench)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^test/|\\.test\\.ts$' },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(gateway|subgraphs)/', pathNot: '(\\.test\\.ts$|/generated/)' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Gateways that only the bench installs, and what it builds.
    exclude: { path: '^bench/(peers|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
