import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAGE_FOLDER = fileURLToPath(new URL('../dist/phone/', import.meta.url))
const SOURCE_FOLDER = fileURLToPath(new URL('./phone/', import.meta.url))
const BUILD_SCRIPT = new URL('./phone/build.ts', import.meta.url)

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

/** Builds the phone page when its sources are here and newer than what was built; a published package brings it built. */
export function preparePhonePage(): Promise<void> {
  preparing ??= isStale() ? build() : Promise.resolve()
  preparing.catch(() => {
    preparing = null
  })
  return preparing
}

/** The file at a path of the page, or null when the page has none. */
export async function servePhonePage(path: string): Promise<Response | null> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  if (!/^(index\.html|assets\/[\w.-]+)$/.test(name)) return null
  await preparePhonePage()
  const content = await readFile(join(PAGE_FOLDER, name)).catch(() => null)
  if (!content) return null
  const cache = name === 'index.html' ? 'no-cache' : 'public, max-age=31536000, immutable'
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return new Response(new Uint8Array(content), {
    headers: { ...SECURITY_HEADERS, 'Content-Type': type, 'Cache-Control': cache },
  })
}

function isStale(): boolean {
  if (!existsSync(BUILD_SCRIPT)) return false
  const built = join(PAGE_FOLDER, 'index.html')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return readdirSync(SOURCE_FOLDER).some((file) => statSync(join(SOURCE_FOLDER, file)).mtimeMs > builtAt)
}

async function build(): Promise<void> {
  // Named by address, so that the package's own build neither follows nor needs it.
  const { buildPhonePage } = await import(BUILD_SCRIPT.href)
  await buildPhonePage(PAGE_FOLDER)
}
