import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'

const repository = join(import.meta.dirname, '../..')
const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

/**
 * Every import that runs against the arrows between rooms, closes a circle, leads nowhere or takes server
 * code to a screen, one sentence each. The rules are in `.dependency-cruiser.cjs`.
 */
export async function findArrowViolations(root: string): Promise<string[]> {
  const { modules, summary } = await cruise(root)
  // The tool cannot read TypeScript without a TypeScript API of version 6: it then warns, sees no import in
  // any `.ts` file, and passes. Code without a single import does not exist here.
  if (!modules.some((module) => /\.tsx?$/.test(module.source) && module.dependencies.length > 0)) {
    return ['dependency-cruiser read no TypeScript import at all; is the typescript alias on version 6?']
  }
  return summary.violations.map(
    ({ rule, from, to, cycle }) =>
      `${rule.name}: ${[from, ...(cycle?.map((step) => step.name) ?? [to])].join(' -> ')}`,
  )
}

function cruise(root: string): Promise<ICruiseResult> {
  const config = join(repository, '.dependency-cruiser.cjs')
  const args = [cruiser, '--config', config, '--output-type', 'json', 'apps', 'packages']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // The exit code counts violations; only a run without a report has failed.
      if (stdout) resolve(JSON.parse(stdout))
      else reject(new Error(stderr || String(error)))
    })
  })
}
