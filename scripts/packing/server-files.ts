import { globSync } from 'node:fs'
import { join } from 'node:path'

const forTheBrowser = /(^|\/)(components|widgets\/injection)\//
const screenMetadata = /\.meta\.ts$/

/**
 * The import specifiers of every file of a plugin that a host loads under Node: all `.ts` below
 * `src/modules` but tests and what belongs to pages and widgets.
 */
export function serverSpecifiers(name: string, packageFolder: string): string[] {
  return globSync('modules/**/*.ts', { cwd: join(packageFolder, 'src') })
    .filter((path) => !/\.test\.ts$|\.d\.ts$/.test(path) && !forTheBrowser.test(path))
    .filter((path) => !/\/(backend|frontend)\//.test(path) || screenMetadata.test(path))
    .map((path) => `${name}/${path.replace(/\.ts$/, '')}`)
    .sort()
}
