// Sums up what the parts of .ci/run left in a folder: `<part>.json` an outcome (scripts/testing/outcome.ts),
// `<part>.exit` the exit code of a command. Runs on any Node, also where the install has failed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const files = readdirSync(folder).sort()
const read = (file) => readFileSync(join(folder, file), 'utf8')

const outcomes = files.filter((file) => file.endsWith('.json')).map((file) => JSON.parse(read(file)))
const broken = files.filter((file) => file.endsWith('.exit') && read(file).trim() !== '0')

// A command whose tests tell what failed is not counted again; one that failed without saying why is.
const saidWhy = {
  tests: ['checks', 'unit', 'integration', 'ui', 'jest'],
  'browser-tests': ['browser', 'jest'],
  'packing-check': ['packing'],
  faults: ['faults'],
}
for (const file of broken) {
  const command = file.replace(/\.exit$/, '')
  const told = outcomes.some(({ part, failed }) => failed > 0 && saidWhy[command]?.includes(part))
  if (!told) {
    outcomes.push({
      part: command,
      passed: 0,
      failed: 1,
      failures: [`${command}: exit code ${read(file).trim()}`],
    })
  }
}
for (const part of ['checks', 'unit', 'integration', 'ui', 'browser', 'packing', 'faults']) {
  if (!outcomes.some((outcome) => outcome.part === part)) {
    outcomes.push({ part, passed: 0, failed: 1, failures: [`${part}: left no result`] })
  }
}

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log()
for (const { part, passed, failed } of outcomes) console.log(`${part}: ${passed} passed, ${failed} failed.`)
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`✗ ${failure}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
