import { GraphError } from './graph-error.ts'

const DEFAULT_LIMIT = 25
const MAX_LIMIT = 1000

export type Page<Item> = {
  data: Item[]
  paging?: { cursors: { before: string; after: string }; next?: string; previous?: string }
}

/**
 * One page of a list in Graph's way: opaque cursors, and `next` / `previous` as ready addresses only where there is more.
 * `address` is the request's own URL. Throws code 100 for a limit or cursor that is none.
 */
export function pageOf<Item extends { id?: unknown }>(items: Item[], address: URL): Page<Item> {
  const limit = readLimit(address.searchParams.get('limit'))
  const after = address.searchParams.get('after')
  const before = address.searchParams.get('before')
  const end = before && !after ? readCursor(before) : undefined
  const start = end === undefined ? (after ? readCursor(after) + 1 : 0) : Math.max(0, end - limit)
  const data = items.slice(start, end ?? start + limit)
  if (data.length === 0) return { data }
  const last = start + data.length - 1
  return {
    data,
    paging: {
      cursors: { before: writeCursor(start), after: writeCursor(last) },
      ...(last < items.length - 1 ? { next: addressWith(address, 'after', writeCursor(last)) } : {}),
      ...(start > 0 ? { previous: addressWith(address, 'before', writeCursor(start)) } : {}),
    },
  }
}

function readLimit(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new GraphError(100, { title: 'Param limit must be a positive integer' })
  return Math.min(Number(text), MAX_LIMIT)
}

function writeCursor(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url')
}

function readCursor(cursor: string): number {
  const position = Buffer.from(cursor, 'base64url')
    .toString()
    .match(/^at:(\d{1,9})$/)?.[1]
  if (position === undefined)
    throw new GraphError(100, { title: 'Invalid parameter', details: 'Invalid cursor' })
  return Number(position)
}

function addressWith(address: URL, name: 'after' | 'before', cursor: string): string {
  const next = new URL(address)
  next.searchParams.delete('after')
  next.searchParams.delete('before')
  // A token never belongs into an address that ends up in logs.
  next.searchParams.delete('access_token')
  next.searchParams.set(name, cursor)
  return next.href
}
