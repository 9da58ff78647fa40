// The rooms and the one way the arrows run: shared <- queue, ui <- core <- hub <- provider <- app.
// What a room may import is said once, here; everything else is a violation.

const mayImport = {
  'packages/shared': [],
  'packages/queue': ['packages/shared'],
  'packages/ui': ['packages/shared'],
  'packages/core': ['packages/shared', 'packages/queue', 'packages/ui'],
  'packages/communication-channels': ['packages/shared', 'packages/queue', 'packages/core', 'packages/ui'],
  'packages/channel-whatsapp': [
    'packages/shared',
    'packages/queue',
    'packages/core',
    'packages/ui',
    'packages/communication-channels',
  ],
  'packages/whatsapp-simulator': [],
}

const aTest = '\\.test\\.tsx?$'
const aRoom = '^(apps|packages)/[^/]+/'

const arrows = Object.entries(mayImport).flatMap(([room, allowed]) => {
  const leftOfIt = [room, ...allowed]
  // A test may also play Meta's side; nothing else may know that there is a simulator.
  const leftOfItsTests = [...leftOfIt, 'packages/whatsapp-simulator']
  const forbid = (name, from, reachable) => ({
    name: `${room} ${name}`,
    severity: 'error',
    from,
    to: { path: aRoom, pathNot: `^(${reachable.join('|')})/` },
  })
  return [
    forbid('imports only what is left of it', { path: `^${room}/`, pathNot: aTest }, leftOfIt),
    forbid('is tested with what is left of it', { path: `^${room}/.*${aTest}` }, leftOfItsTests),
  ]
})

// Only the browser loads these; the rest runs under Node, which cannot read `.tsx`.
const screens = [
  '^apps/[^/]+/web/',
  '^packages/ui/',
  '^packages/shared/src/lib/(i18n/context|frontend/)',
  '^packages/whatsapp-simulator/(src/)?(phone|web)/',
  '/(backend|frontend|components|widgets/injection)/',
  aTest,
]

module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'rooms do not import what watches over them',
      severity: 'error',
      from: { path: aRoom },
      to: { path: '^(scripts|benchmarks)/' },
    },
    {
      name: 'no test is imported',
      severity: 'error',
      from: {},
      to: { path: aTest },
    },
    {
      name: 'server code never reaches a .tsx file',
      severity: 'error',
      from: { path: `${aRoom}.*\\.ts$`, pathNot: screens },
      to: { path: '\\.tsx$', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.turbo)/' },
    // Type-only imports are arrows too.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
