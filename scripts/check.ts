// What can be known about the repository without running it: `npm run check:repository`, and first in `npm test`.
import { join } from 'node:path'
import { findArrowViolations } from './checks/arrows.ts'
import { findStaleEntityIds } from './checks/entity-ids.ts'
import { findHostImportViolations } from './checks/host-imports.ts'
import { findLocaleGaps } from './checks/locales.ts'
import { findMachineTraces } from './checks/machine-traces.ts'
import { findProviderWordsInHub } from './checks/neutral-hub.ts'
import { runNode } from './testing/child-processes.ts'
import type { Outcome } from './testing/outcome.ts'

const root = join(import.meta.dirname, '..')
const bin = (path: string) => join(root, 'node_modules', path)

type Check = { name: string; violations: () => Promise<string[]> | string[] }

const ofTheCode: Check[] = [
  { name: 'arrows between rooms', violations: () => findArrowViolations(root) },
  { name: 'host imports of the plugins', violations: () => findHostImportViolations(root) },
  { name: 'hub names no provider', violations: () => findProviderWordsInHub(root) },
  { name: 'entity ids of the plugins', violations: () => findStaleEntityIds(root) },
  { name: 'locale files', violations: () => findLocaleGaps(root) },
  { name: 'traces of one machine', violations: () => findMachineTraces(root) },
]

const byTools: Check[] = [
  { name: 'lint and format', violations: () => tool([bin('@biomejs/biome/bin/biome'), 'check', root]) },
  { name: 'types', violations: () => tool([bin('@typescript/native/bin/tsc'), '-p', root]) },
]

/** Runs every check, prints what each found, and returns one outcome over all of them. */
export async function runChecks(): Promise<Outcome> {
  const started = performance.now()
  const failures: string[] = []
  const checks = [...byTools, ...ofTheCode]
  // Side by side: reading the arrows keeps one core busy for long, and the compiler leaves one idle.
  const findings = await Promise.all([inOrder(byTools), inOrder(ofTheCode)])
  for (const { name, found } of findings.flat()) {
    console.log(`${found.length === 0 ? '✓' : '✗'} ${name}`)
    for (const violation of found) console.log(`  ${violation}`)
    if (found.length > 0) failures.push(`${name}: ${found.length} found`)
  }
  const seconds = (performance.now() - started) / 1000
  return {
    part: 'checks',
    passed: checks.length - failures.length,
    failed: failures.length,
    failures,
    seconds,
  }
}

async function inOrder(checks: readonly Check[]): Promise<{ name: string; found: string[] }[]> {
  const findings: { name: string; found: string[] }[] = []
  for (const { name, violations } of checks) findings.push({ name, found: await violations() })
  return findings
}

// The tools print their own findings.
async function tool(command: string[]): Promise<string[]> {
  const code = await runNode(command)
  return code === 0 ? [] : [`exit code ${code}`]
}

if (import.meta.main) {
  const { failed } = await runChecks()
  process.exitCode = failed === 0 ? 0 : 1
}
