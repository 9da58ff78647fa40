import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const generated = ['node_modules', 'dist', '.turbo', '.data']

/** The paths below `root` that match the glob patterns, without what is built or installed; sorted. */
export function sourceFiles(root: string, patterns: string[]): string[] {
  const exclude = (path: string) => generated.some((name) => path.split('/').includes(name))
  return globSync(patterns, { cwd: root, exclude }).sort()
}

/** The text of one file below `root`; empty when it is not there (a tracked file may be deleted). */
export function textOf(root: string, path: string): string {
  const file = join(root, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
