import type { MiddlewareHandler } from 'hono'
import { SimError } from './sim-error.ts'

/** A page from elsewhere may not write as a customer; programs, which send neither header, may. */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && originHost(origin) !== c.req.header('host')
  if (foreignSite || foreignOrigin) {
    throw new SimError(403, 'foreign_origin', 'The simulator answers its own page only.')
  }
  await next()
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
