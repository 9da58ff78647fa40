// `npm test`: the checks, then the unit, integration and ui tests on one PostgreSQL started for the run.
// `npm run test:browser`: the browser tests. What follows `--` goes to jest, and then only jest runs.
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './check.ts'
import { runNode, stopEverything } from './testing/child-processes.ts'
import { provideDatabase } from './testing/database.ts'
import {
  leaveOutcomes,
  type Outcome,
  outcomeOf,
  type ProjectName,
  printOutcomes,
  readJestReport,
} from './testing/outcome.ts'
import { clearAbandonedRuns, makeRunFolder } from './testing/run-folder.ts'

const root = join(import.meta.dirname, '..')
const inBrowser = process.argv[2] === '--browser'
const forJest = process.argv.slice(inBrowser ? 3 : 2)
const projects: ProjectName[] = inBrowser ? ['browser'] : ['unit', 'integration', 'ui']

let interruptedBy: NodeJS.Signals | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interruptedBy ??= signal
    stopEverything()
  })
}

const outcomes: Outcome[] = []
if (!inBrowser && forJest.length === 0) outcomes.push(await runChecks())
if (!interruptedBy) outcomes.push(...(await runTests()))

printOutcomes(outcomes)
leaveOutcomes(outcomes)
if (interruptedBy) console.log(`stopped by ${interruptedBy}`)
process.exit(interruptedBy || outcomes.some(({ failed }) => failed > 0) ? 1 : 0)

async function runTests(): Promise<Outcome[]> {
  await clearAbandonedRuns()
  const folder = makeRunFolder()
  try {
    const database = await timed('database', () => provideDatabase(folder))
    try {
      return await timed('tests', () => runJest(join(folder, 'jest.json'), database.url))
    } finally {
      await database.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runJest(report: string, databaseUrl: string): Promise<Outcome[]> {
  const code = await runNode(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      ...['--rootDir', root, '--config', join(root, 'jest.config.ts')],
      ...['--json', '--outputFile', report],
      ...projects.map((project) => `--selectProjects=${project}`),
      // One Chromium with its own product at a time; the rest shares the cores.
      `--maxWorkers=${inBrowser ? 1 : Math.min(availableParallelism(), 4)}`,
      // A worker keeps what its files had loaded: near the end of its heap it does little but look for memory.
      '--workerIdleMemoryLimit=1500MB',
      ...forJest,
    ],
    { TEST_DATABASE_URL: databaseUrl },
  )
  const results = projects.map((project) => outcomeOf(project, readJestReport(report), forJest.length === 0))
  // Jest can also fail as a whole: a wrong option, a crash, a run that was stopped.
  if (code !== 0 && results.every(({ failed }) => failed === 0)) {
    results.push({
      part: 'jest',
      passed: 0,
      failed: 1,
      failures: [`jest ended with code ${code}`],
      seconds: 0,
    })
  }
  return results
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}
