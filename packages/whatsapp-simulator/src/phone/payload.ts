/** Reads what stands on the wire, where anything may be missing. */
export type Payload = Record<string, unknown>

export function part(payload: Payload, key: string): Payload {
  const value = payload[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : {}
}

export function parts(payload: Payload, key: string): Payload[] {
  const value = payload[key]
  return Array.isArray(value) ? (value as Payload[]) : []
}

/** The text or number under a key as text; empty when there is none. */
export function say(payload: Payload, key: string): string {
  const value = payload[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
