import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { ModuleEntry } from './moduleEntry.ts'

/**
 * Where a module's files are: in a workspace its sources; in an installed package its build, because Node
 * does not strip types under node_modules. Throws when the package does not carry the module.
 */
export function moduleFolder(entry: ModuleEntry, startFrom: string = import.meta.dirname): string {
  const home = packageFolder(entry.from, startFrom)
  const isInstalled = home.includes(`${sep}node_modules${sep}`)
  const folder = join(home, isInstalled ? 'dist' : 'src', 'modules', entry.id)
  if (!existsSync(folder)) throw new Error(`${entry.from} has no module ${entry.id} (looked in ${folder}).`)
  return folder
}

function packageFolder(name: string, startFrom: string): string {
  for (let at = startFrom; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate)
    if (dirname(at) === at) throw new Error(`The package ${name} is not installed.`)
  }
}
