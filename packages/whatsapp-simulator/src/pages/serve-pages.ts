import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const SOURCE_FOLDERS = ['phone', 'review'].map((name) =>
  fileURLToPath(new URL(`../${name}/`, import.meta.url)),
)
const BUILD_SCRIPT = new URL('./build.ts', import.meta.url)

/** The phone, and the desk at Meta where templates are reviewed. */
const PAGES: Record<string, string> = { '/': 'phone/index.html', '/templates': 'review/index.html' }

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const SECURITY_HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

let preparing: Promise<void> | null = null

/** Builds the pages when their sources are here and newer than what was built; a published package brings them built. */
export function preparePages(): Promise<void> {
  preparing ??= isStale() ? build() : Promise.resolve()
  preparing.catch(() => {
    preparing = null
  })
  return preparing
}

/** The page at a path, or a file of one; null where there is none. */
export async function servePage(path: string): Promise<Response | null> {
  const page = Object.hasOwn(PAGES, path) ? PAGES[path]! : null
  if (!page && !/^\/assets\/[\w.-]+$/.test(path)) return null
  await preparePages()
  const content = await readFile(join(PAGE_FOLDER, page ?? path)).catch(() => null)
  if (!content) return null
  const cache = page ? 'no-cache' : 'public, max-age=31536000, immutable'
  const type = TYPES[extname(page ?? path)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(content), {
    headers: { ...SECURITY_HEADERS, 'Content-Type': type, 'Cache-Control': cache },
  })
}

function isStale(): boolean {
  if (!existsSync(BUILD_SCRIPT)) return false
  const built = join(PAGE_FOLDER, PAGES['/templates']!)
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return SOURCE_FOLDERS.some((folder) =>
    readdirSync(folder).some((file) => statSync(join(folder, file)).mtimeMs > builtAt),
  )
}

async function build(): Promise<void> {
  // Named by address, so that the package's own build neither follows nor needs it.
  const { buildPages } = await import(BUILD_SCRIPT.href)
  await buildPages(PAGE_FOLDER)
}
