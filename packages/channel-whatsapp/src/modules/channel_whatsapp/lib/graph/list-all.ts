import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from './graph-client.ts'

const PAGE_SIZE = 100
/** The longest list there is are the 64,000 people that a number may block: 640 pages. */
const MOST_PAGES = 1000

export interface Page<T> {
  items: T[]
  hasMore: boolean
  /** What Graph says of the list as a whole, where it was asked. */
  summary: Record<string, unknown> | null
}

const page = <T>(item: z.ZodType<T>) =>
  z.object({
    data: z.array(item),
    paging: z
      .object({ cursors: z.object({ after: z.string() }).partial().optional(), next: z.string().optional() })
      .optional(),
    summary: z.record(z.string(), z.unknown()).nullish().catch(null),
  })

/**
 * Follows Graph's cursors to the end of a list, page by page.
 *
 * @param ask gets `&limit=…&after=…`, to be put behind its query
 * @throws where the list does not end: a part of it must not be taken for all of it
 */
export async function* pagesOf<T>(
  ask: (cursor: string) => Promise<unknown>,
  item: z.ZodType<T>,
): AsyncGenerator<Page<T>> {
  const schema = page(item)
  const cursors = new Set<string>()
  for (let cursor = ''; ; ) {
    const { data, paging, summary } = schema.parse(await ask(`&limit=${PAGE_SIZE}${cursor}`))
    yield { items: data, hasMore: paging?.next !== undefined, summary: summary ?? null }
    if (!paging?.next) return
    const after = paging.cursors?.after ?? URL.parse(paging.next)?.searchParams.get('after')
    if (!after || cursors.has(after) || cursors.size === MOST_PAGES) {
      throw new Error('Meta’s list does not come to an end.')
    }
    cursors.add(after)
    cursor = `&after=${encodeURIComponent(after)}`
  }
}

/** @param path with a query string already */
export async function listAll<T>(access: GraphAccess, path: string, item: z.ZodType<T>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pagesOf((cursor) => callGraph(access, 'GET', path + cursor), item)) {
    items.push(...page.items)
  }
  return items
}
