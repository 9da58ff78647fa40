import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const everyPart = ['checks', 'unit', 'integration', 'ui', 'browser', 'packing', 'faults']
const passing = Object.fromEntries(
  everyPart.map((part) => [`${part}.json`, JSON.stringify({ part, passed: 2, failed: 0, failures: [] })]),
)

function sumUp(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'outcomes-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'sum-up.mjs'), folder],
      {
        encoding: 'utf8',
      },
    )
    return { lastLine: stdout.trim().split('\n').at(-1), status }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('parts that passed are added up', () => {
  expect(sumUp({ ...passing, 'tests.exit': '0\n' })).toEqual({ lastLine: '14 passed, 0 failed', status: 0 })
})

test('a failed test counts once although its command failed as well', () => {
  const unit = JSON.stringify({ part: 'unit', passed: 1, failed: 1, failures: ['a: b'] })
  expect(sumUp({ ...passing, 'unit.json': unit, 'tests.exit': '1\n' })).toEqual({
    lastLine: '13 passed, 1 failed',
    status: 1,
  })
})

test('a command that failed without a word, and a part that left nothing, are failures', () => {
  const { 'browser.json': _gone, ...others } = passing
  expect(sumUp({ ...others, 'faults.exit': '7\n' })).toEqual({ lastLine: '12 passed, 2 failed', status: 1 })
})

test('nothing at all is no success', () => {
  expect(sumUp({}).status).toBe(1)
})
