import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const APP = join(import.meta.dirname, '..')
const REPOSITORY = join(APP, '..', '..')
const STAMP = 'built-from'
/** The web app takes in pages, widgets and texts of every module. */
const SOURCES = [
  'apps/mercato/web',
  'apps/mercato/src/modules.ts',
  'apps/mercato/vite.config.ts',
  'packages',
  'package-lock.json',
]
const IS_SOURCE = /\.(tsx?|json|css|html|svg|png)$/
const IS_OTHER = /(^|\/)(node_modules|dist)\/|\.test\.tsx?$/

export const webRoot = join(APP, 'dist', 'web')

/** Builds the web app unless what is there was built from the very files that are here. `stop` gives it up. */
export async function ensureWebApp(onBuild: () => void, stop: AbortSignal): Promise<void> {
  const sources = fingerprint()
  const stamp = join(webRoot, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  onBuild()
  const script = join(import.meta.dirname, 'buildWebApp.ts')
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', script],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      signal: stop,
      // Vite builds React for development unless told otherwise, whatever this process runs as.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The web app could not be built.')
  writeFileSync(stamp, sources)
}

/** Names, sizes and times of all sources. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const root = join(REPOSITORY, source)
    const paths = statSync(root).isDirectory()
      ? readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((path) => IS_SOURCE.test(path) && !IS_OTHER.test(path))
          .sort()
      : ['']
    for (const path of paths) {
      const { size, mtimeMs } = statSync(join(root, path))
      hash.update(`${source}/${path} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
