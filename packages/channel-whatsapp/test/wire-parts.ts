/** Pieces of the JSON Schemas of what Meta takes: written from its documentation, and closed to unknown fields. */
export type Schema = Record<string, unknown>

export const text = (maxLength?: number): Schema => ({
  type: 'string',
  minLength: 1,
  ...(maxLength ? { maxLength } : {}),
})
export const number: Schema = { type: 'number' }
export const only = (value: string): Schema => ({ const: value })
export const listOf = (items: Schema, minItems: number, maxItems: number): Schema => ({
  type: 'array',
  items,
  minItems,
  maxItems,
})

/** An object of these fields and no others; a field whose name ends in `?` may be absent. */
export function closed(fields: Record<string, Schema>): Schema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace('?', ''), schema])),
    required: entries.flatMap(([name]) => (name.endsWith('?') ? [] : [name])),
  }
}

export function file(more: Record<string, Schema> = {}): Schema {
  return { oneOf: [closed({ id: text(), ...more }), closed({ link: text(), ...more })] }
}

export const filename = { 'filename?': text() }
export const caption = { 'caption?': text(1024) }

export const mediaHeaders = {
  image: closed({ type: only('image'), image: file() }),
  video: closed({ type: only('video'), video: file() }),
  document: closed({ type: only('document'), document: file(filename) }),
}
export const textHeader = closed({ type: only('text'), text: text(60) })
export const anyHeader: Schema = { oneOf: [textHeader, ...Object.values(mediaHeaders)] }

export const body = (max = 1024) => closed({ text: text(max) })
export const footer = closed({ text: text(60) })
export const framed = { 'header?': anyHeader, body: body(), 'footer?': footer }
export const interactive = (type: string, frame: Record<string, Schema>, action: Schema) =>
  closed({ type: only(type), ...frame, action })

export const product = closed({ catalog_id: text(), product_retailer_id: text() })
export const sections = listOf(
  closed({
    'title?': text(24),
    product_items: listOf(closed({ product_retailer_id: text() }), 1, 30),
  }),
  1,
  10,
)
export const link = closed({
  name: only('cta_url'),
  parameters: closed({ display_text: text(20), url: text() }),
})
export const button = closed({ id: text(256), title: text(20) })
export const thumbnail = closed({ thumbnail_product_retailer_id: text() })

export const cardIndex: Schema = { type: 'integer', minimum: 0, maximum: 9 }
export const location = closed({
  latitude: number,
  longitude: number,
  'name?': text(),
  'address?': text(),
})
