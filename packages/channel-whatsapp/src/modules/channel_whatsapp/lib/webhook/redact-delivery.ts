import { envelope, messagesValue } from './envelope.ts'

/**
 * Takes out of a delivery what it says about numbers that are switched off, before anything is stored. How many
 * items there were stays, so that the journal can tell. A body that cannot be read is left as it is: then it is
 * not known to be about them.
 */
export function redactDelivery(body: Uint8Array, disabled: ReadonlySet<string>): Uint8Array {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return body
  }
  const parsed = envelope.safeParse(json)
  if (!parsed.success) return body
  let isRedacted = false
  const entry = parsed.data.entry.map((account) => ({
    ...account,
    changes: account.changes.map((change) => {
      const value = messagesValue.safeParse(change.value)
      if (!value.success || !value.data.metadata || !disabled.has(value.data.metadata.phone_number_id))
        return change
      isRedacted = true
      const { metadata, messages = [], statuses = [] } = value.data
      const redacted = Math.max(1, messages.length + statuses.length)
      return {
        field: change.field,
        value: { metadata: { phone_number_id: metadata.phone_number_id }, redacted },
      }
    }),
  }))
  return isRedacted ? new TextEncoder().encode(JSON.stringify({ ...parsed.data, entry })) : body
}
