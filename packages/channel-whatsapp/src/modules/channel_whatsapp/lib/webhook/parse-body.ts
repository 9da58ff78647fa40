const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Longer than a number can be exact: Meta writes ids of templates as numbers. */
const LONG_NUMBER = /[:[,]\s*\d{16,}/

type Reviver = (key: string, value: unknown) => unknown

function keepDigits(_: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(source ?? '')
    ? source
    : value
}

/** The JSON of a delivery; undefined where the bytes are no UTF-8 or no JSON. */
export function parseBody(body: Uint8Array): unknown {
  try {
    const text = utf8.decode(body)
    return JSON.parse(text, LONG_NUMBER.test(text) ? (keepDigits as Reviver) : undefined)
  } catch {
    return undefined
  }
}
