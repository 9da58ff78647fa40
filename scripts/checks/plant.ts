import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const repository = join(import.meta.dirname, '../..')

/**
 * A small repository in a temporary folder to plant violations in: the given files (path -> text), and for
 * every `packages/<name>` among them the link `node_modules/@open-mercato/<name>` and the exports of the real
 * package, so that imports between packages resolve as they do here. `remove()` deletes it.
 */
export function plant(files: Record<string, string>): { root: string; remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)

  const packages = new Set(Object.keys(files).flatMap((path) => /^packages\/([^/]+)\//.exec(path)?.[1] ?? []))
  mkdirSync(join(root, 'node_modules/@open-mercato'), { recursive: true })
  mkdirSync(join(root, 'apps'), { recursive: true })
  for (const name of packages) {
    symlinkSync(join(root, 'packages', name), join(root, 'node_modules/@open-mercato', name))
    symlinkSync(
      join(repository, 'packages', name, 'package.json'),
      join(root, 'packages', name, 'package.json'),
    )
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
