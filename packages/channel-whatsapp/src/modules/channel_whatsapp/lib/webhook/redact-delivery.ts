import { countItems, MAX_ITEMS } from './count-items.ts'
import { endsOfConsent } from './ends-of-consent.ts'
import { addressee, change, hasChanges, shapeOf } from './envelope.ts'
import { parseBody } from './parse-body.ts'
import { isShallow } from './read/meta-values.ts'

/**
 * Takes out of a delivery what it says about numbers that are switched off, before anything is stored: messages,
 * echoes, history, calls and whatever else names the number, but that by which somebody ends their consent. How many items
 * there were stays, so that the journal can tell. A change that cannot be read is left as it is: then it is not known to be about them. Where anything is taken
 * out, what is nested too deep to be written again goes as well.
 */
export function redactDelivery(body: Uint8Array, disabled: ReadonlySet<string>): Uint8Array {
  const json = parseBody(body)
  if (shapeOf(json) !== 'envelope') {
    const redacted = redactChange(json, disabled)
    if (!redacted) return body
    return bytesOf(redacted.length === 1 ? redacted[0]! : { entry: [{ changes: redacted }] })
  }
  const whole = json as { entry: unknown[] }
  let isSame = true
  const accounts = whole.entry.map((account) => {
    if (!hasChanges(account)) return account
    const changes = account.changes.flatMap((item) => {
      const redacted = redactChange(item, disabled)
      if (redacted) isSame = false
      return redacted ?? [item]
    })
    return { ...account, changes }
  })
  if (isSame) return body
  return bytesOf({ ...shallowPartsOf(whole), entry: accounts.map(writable) })
}

/** An account without what could not be written; a change that is too deep is kept by its field. */
function writable(account: unknown): unknown {
  if (isShallow(account)) return account
  if (!hasChanges(account)) return null
  const changes = account.changes.map((item) =>
    isShallow(item) ? item : { field: change.safeParse(item).data?.field, value: {} },
  )
  return { ...shallowPartsOf(account), changes }
}

function shallowPartsOf(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, part]) => isShallow(part)))
}

/** Null where it is not about them. */
function redactChange(item: unknown, disabled: ReadonlySet<string>): object[] | null {
  const { data } = change.safeParse(item)
  if (!data) return null
  const { metadata, recipient } = addressee.parse(data.value)
  const number = metadata?.phone_number_id ?? recipient?.phone_number_id
  if (number === undefined || !disabled.has(number)) return null
  const { field, value } = data
  const ends = endsOfConsent(value)
  // Contacts only say who the items are about.
  const items = countItems({ ...value, contacts: [] }) - (ends ? countItems({ ...ends, contacts: [] }) : 0)
  const kept = ends ? [{ field, value: { metadata, recipient, ...ends } }] : []
  if (items === 0 && ends) return kept
  const redacted = Math.min(MAX_ITEMS, Math.max(1, items))
  return [...kept, { field, value: { metadata: { phone_number_id: number }, redacted } }]
}

function bytesOf(payload: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(payload))
}
