import { RequestLog } from './requestLog.ts'

function logFor() {
  const lines: [string, unknown][] = []
  let now = 0
  const note = (message: string, fields?: unknown) => void lines.push([message, fields])
  const logger = { info: note, warn: note, error: note, debug: note }
  const log = new RequestLog(logger as never, () => now)
  return { lines, log, pass: (ms: number) => (now += ms) }
}
const forged = { method: 'POST', route: '/api/webhook', status: 401, ms: 1.4 }

it('gives each request its line', () => {
  const { lines, log } = logFor()
  log.note(forged)
  expect(lines).toEqual([['request', { ...forged, ms: 1 }]])
})

it('counts those of a flood that are answered alike, and goes on writing of the others', () => {
  const { lines, log, pass } = logFor()
  for (let n = 0; n < 1_000; n++) log.note({ ...forged, ms: n })
  expect(lines).toHaveLength(20)
  log.note({ ...forged, status: 200 })
  expect(lines).toHaveLength(21)
  pass(10_000)
  log.note(forged)
  const { ms: _, ...alike } = forged
  expect(lines.slice(21)).toEqual([
    ['requests', { ...alike, count: 980, slowestMs: 999 }],
    ['request', { ...forged, ms: 1 }],
  ])
})
