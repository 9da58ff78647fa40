import { outcomeOf } from './outcome.ts'

const ran = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map((status, index) => ({ fullName: `promise ${index}`, status })),
})
const broken = {
  name: 'a/c.int.test.ts',
  status: 'failed',
  message: '\n  cannot load\n',
  assertionResults: [],
}

test('only the files of the project are counted, skipped tests not at all', () => {
  const report = {
    testResults: [ran('a/a.unit.test.ts', 'passed', 'failed', 'pending'), ran('b.int.test.ts', 'passed')],
  }
  expect(outcomeOf('unit', report, true)).toMatchObject({
    passed: 1,
    failed: 1,
    failures: ['a/a.unit.test.ts: promise 1'],
  })
})

test('a file that could not be run is a failure', () => {
  expect(outcomeOf('integration', { testResults: [broken] }, true).failures).toEqual([
    'a/c.int.test.ts: cannot load',
  ])
})

test('a project that ran nothing has failed, unless one file was asked for', () => {
  expect(outcomeOf('ui', { testResults: [] }, true).failed).toBe(1)
  expect(outcomeOf('ui', { testResults: [] }, false).failed).toBe(0)
})
