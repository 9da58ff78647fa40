import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one part of a run came to. A part that ran nothing has not passed. */
export type Outcome = { part: string; passed: number; failed: number; failures: string[]; seconds: number }

type JestReport = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

export const projects = {
  unit: '.unit.test.ts',
  integration: '.int.test.ts',
  ui: '.ui.test.tsx',
  browser: '.browser.test.ts',
}
export type ProjectName = keyof typeof projects

/**
 * The outcome of one project, read from jest's JSON report. A file that could not be run counts as one
 * failure, and so does a project without a single executed test where `mustRun` says that there must be one.
 */
export function outcomeOf(project: ProjectName, report: JestReport, mustRun: boolean): Outcome {
  const files = report.testResults.filter(({ name }) => name.endsWith(projects[project]))
  const passed = files.flatMap((file) => file.assertionResults.filter(({ status }) => status === 'passed'))
  const failures = files.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length > 0) return failed.map(({ fullName }) => `${file.name}: ${fullName}`)
    return file.status === 'failed' ? [`${file.name}: ${file.message.trim().split('\n')[0]}`] : []
  })
  if (mustRun && passed.length === 0 && failures.length === 0) failures.push(`${project}: no test was run`)
  return { part: project, passed: passed.length, failed: failures.length, failures, seconds: 0 }
}

/** Jest's report, or an empty one when jest ended before writing it. */
export function readJestReport(path: string): JestReport {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }
}

export function printOutcomes(outcomes: Outcome[]): void {
  console.log()
  for (const { part, passed, failed, seconds } of outcomes) {
    const time = seconds > 0 ? `${seconds.toFixed(1)} s` : ''
    console.log(
      `${part.padEnd(14)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${time}`,
    )
  }
  for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`✗ ${failure}`)
}

/** Where TEST_RESULTS names a folder, leaves the outcomes there for whoever sums up several runs. */
export function leaveOutcomes(outcomes: Outcome[]): void {
  const folder = process.env.TEST_RESULTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  for (const outcome of outcomes) writeFileSync(join(folder, `${outcome.part}.json`), JSON.stringify(outcome))
}
