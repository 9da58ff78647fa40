import type { Context } from 'hono'
import { GraphError } from './graph-error.ts'

/** Graph takes parameters as JSON, as a form or in the address; the body wins. Throws code 100 for a body that is none. */
export async function readParameters(c: Context): Promise<Record<string, unknown>> {
  const query = c.req.query()
  const type = c.req.header('content-type') ?? ''
  if (type.includes('form')) return { ...query, ...(await c.req.parseBody()) }
  const text = await c.req.text()
  if (!text) return query
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...query, ...body }
  } catch {
    // Falls through to the same answer as a body that is no object.
  }
  throw new GraphError(100, { details: 'The request body is not a valid JSON object.' })
}
