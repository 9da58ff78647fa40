// `npm run faults`: plays Meta, customers, staff and the operator, breaks whatever can break, and compares what the
// product then has with what really happened (docs/faults.md). `-- --short` for the form that every change is checked
// with, `-- --seed=N` to repeat a run.
import { parseArgs } from 'node:util'
import { LONG, SHORT } from './faults/acts/form.ts'
import { Findings } from './faults/findings.ts'
import { runFaults } from './faults/run.ts'
import { stopWaiting } from './faults/until.ts'
import { leaveOutcomes } from './testing/outcome.ts'

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})
/** So long the short form may take (docs/faults.md). */
const SHORT_SECONDS = 180
/** After this long it has gone wrong, whatever it waits for. */
const PATIENCE_MS = values.short ? 8 * 60_000 : 40 * 60_000

const findings = new Findings()
const startedAt = performance.now()
const stopping = new AbortController()
stopping.signal.addEventListener('abort', () => stopWaiting(stopping.signal.reason as Error))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopping.abort(new Error(`It was ended by ${signal}.`)))
setTimeout(() => stopping.abort(new Error('It took too long.')), PATIENCE_MS).unref()

console.log(`${values.short ? 'short' : 'long'} form, seed ${values.seed}`)
try {
  await runFaults(values.short ? SHORT : LONG, Number(values.seed), findings, stopping.signal)
} catch (error) {
  const reason = stopping.signal.aborted ? (stopping.signal.reason as Error) : (error as Error)
  findings.note('the run comes to its end', [reason.message])
}

const { passed, failed } = findings
const seconds = (performance.now() - startedAt) / 1000
leaveOutcomes([{ part: 'faults', passed: passed.length, failed: failed.length, failures: failed, seconds }])
const promised = values.short ? ` of ${SHORT_SECONDS} s` : ' s'
console.log(
  `faults: ${passed.length} passed, ${failed.length} failed (${seconds.toFixed(0)}${promised}, seed ${values.seed})`,
)
process.exit(failed.length > 0 ? 1 : 0)
