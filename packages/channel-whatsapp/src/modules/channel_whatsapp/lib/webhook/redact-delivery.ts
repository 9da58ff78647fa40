import { change, envelope, messagesValue } from './envelope.ts'
import { parseBody } from './parse-body.ts'

/**
 * Takes out of a delivery what it says about numbers that are switched off, before anything is stored. How many
 * items there were stays, so that the journal can tell. A change that cannot be read is left as it is: then it is
 * not known to be about them.
 */
export function redactDelivery(body: Uint8Array, disabled: ReadonlySet<string>): Uint8Array {
  const json = parseBody(body)
  const whole = envelope.safeParse(json)
  const redacted = whole.success
    ? {
        ...whole.data,
        entry: whole.data.entry.map((account) => ({
          ...account,
          changes: account.changes.map((item) => redactChange(item, disabled)),
        })),
      }
    : redactChange(json, disabled)
  const isSame = JSON.stringify(redacted) === JSON.stringify(whole.success ? whole.data : json)
  return isSame ? body : new TextEncoder().encode(JSON.stringify(redacted))
}

function redactChange(item: unknown, disabled: ReadonlySet<string>): unknown {
  const parsed = change.safeParse(item)
  const value = messagesValue.safeParse(parsed.data?.value)
  const number = value.data?.metadata?.phone_number_id
  if (!parsed.success || !value.success || number === undefined || !disabled.has(number)) return item
  const { messages = [], statuses = [] } = value.data
  const redacted = Math.min(1000, Math.max(1, messages.length + statuses.length))
  return { field: parsed.data.field, value: { metadata: { phone_number_id: number }, redacted } }
}
