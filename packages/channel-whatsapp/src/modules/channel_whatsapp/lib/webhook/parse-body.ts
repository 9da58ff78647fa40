const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON of a delivery; undefined where the bytes are no UTF-8 or no JSON. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch {
    return undefined
  }
}
