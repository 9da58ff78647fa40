import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Exports = Record<string, unknown>

/** The module's file of that name, or null when it has none. */
export async function importFile(folder: string, name: string): Promise<Exports | null> {
  for (const extension of ['.ts', '.js']) {
    const path = join(folder, name + extension)
    if (existsSync(path)) return (await import(pathToFileURL(path).href)) as Exports
  }
  return null
}

/** Paths of code files below `folder/sub`, relative to it, sorted. Tests, pages and type files are not code to load. */
export function listFiles(folder: string, sub: string): string[] {
  const root = join(folder, sub)
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => /\.(ts|js)$/.test(path) && !/\.(test|d)\.(ts|js)$/.test(path))
    .sort()
}

export async function importFiles(
  folder: string,
  sub: string,
): Promise<{ path: string; exports: Exports }[]> {
  const files = []
  for (const path of listFiles(folder, sub)) {
    const url = pathToFileURL(join(folder, sub, path)).href
    files.push({ path, exports: (await import(url)) as Exports })
  }
  return files
}
