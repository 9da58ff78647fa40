import { entry, shapeOf } from './envelope.ts'
import { parseBody } from './parse-body.ts'
import { isShallow } from './read/meta-values.ts'

/** What of a delivery belongs to one connection. */
export interface Part {
  /** The other connection's key; null for the one that Meta delivered to. */
  key: string | null
  body: Uint8Array
}

/**
 * An app has one callback, and with several accounts of one app all of them deliver there. What is about the account of
 * another connection is taken apart by the account that each entry names; the usual delivery stays as it came.
 *
 * @param siblings keys of the app's other connections by their account's id
 */
export function splitByAccount(body: Uint8Array, siblings: ReadonlyMap<string, string>): Part[] {
  const asItCame = [{ key: null, body }]
  if (siblings.size === 0) return asItCame
  const json = parseBody(body)
  if (shapeOf(json) !== 'envelope') return asItCame
  const whole = json as { object: string; entry: unknown[] }
  const groups = Map.groupBy(whole.entry, (one) => siblings.get(entry.safeParse(one).data?.id ?? '') ?? null)
  if (groups.size === 1) return [{ key: [...groups.keys()][0]!, body }]
  // What is nested too deep cannot be written again, so it stays where it came.
  if (!whole.entry.every(isShallow)) return asItCame
  return [...groups].map(([key, entries]) => ({
    key,
    body: bytesOf({ object: whole.object, entry: entries }),
  }))
}

function bytesOf(payload: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(payload))
}
