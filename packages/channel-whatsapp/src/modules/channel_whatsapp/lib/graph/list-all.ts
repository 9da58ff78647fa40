import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from './graph-client.ts'

/** A list that never ends would keep us for ever; an account has at most 6,000 templates. */
const MAX_PAGES = 100

/**
 * Follows Graph's cursors to the end of a list.
 *
 * @param path with a query string already
 */
export async function listAll<T>(access: GraphAccess, path: string, item: z.ZodType<T>): Promise<T[]> {
  const page = z.object({
    data: z.array(item),
    paging: z
      .object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() })
      .optional(),
  })
  const items: T[] = []
  let after: string | undefined
  for (let count = 0; count < MAX_PAGES; count++) {
    const cursor = after ? `&after=${encodeURIComponent(after)}` : ''
    const { data, paging } = page.parse(await callGraph(access, 'GET', `${path}&limit=100${cursor}`))
    items.push(...data)
    after = paging?.next ? paging.cursors?.after : undefined
    if (!after) break
  }
  return items
}
