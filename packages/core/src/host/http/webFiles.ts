import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The built web app. A path that names no file is a page of it, so the shell answers and shows it; below
 * `/assets` names carry a hash of the content and may be kept for ever.
 */
export async function serveWebFile(root: string, request: Request): Promise<Response | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const path = safePath(root, new URL(request.url).pathname)
  if (path === null) return null
  const file = (await isFile(path)) ? path : extname(path) ? null : join(root, 'index.html')
  if (!file || !(await isFile(file))) return null
  const isHashed = file.startsWith(join(root, 'assets') + sep)
  return new Response(request.method === 'HEAD' ? null : await readFile(file), {
    headers: {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

/** Null for a path that would leave the folder or is not well formed. */
function safePath(root: string, pathname: string): string | null {
  try {
    const path = normalize(join(root, decodeURIComponent(pathname)))
    return !path.includes('\0') && (path === root || path.startsWith(root + sep)) ? path : null
  } catch {
    return null
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false
}
