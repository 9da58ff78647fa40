type Json = Record<string, unknown>

const KIND_KEYS = ['type', 'format', 'otp_type', 'icon']

/**
 * Meta takes and gives kinds in either case, a lone example as a text or as a list of one, and a flow's id as a number
 * too. Whoever reads a definition may rely on one form: kinds in capitals, `flow_action` in small letters, a link's
 * example as a list, a code's as a text, ids as texts. What is of another shape stays as it is, for the schema to refuse.
 */
export function normaliseComponents(components: unknown): unknown {
  return eachOf(components, (component) => {
    const normal = normaliseComponent(component)
    if ('cards' in normal) normal.cards = eachOf(normal.cards, normaliseCard)
    return normal
  })
}

/** A card has no cards: nothing is followed further down. */
function normaliseCard(card: Json): Json {
  return 'components' in card ? { ...card, components: eachOf(card.components, normaliseComponent) } : card
}

function normaliseComponent(component: Json): Json {
  const normal = capitalised(component)
  if ('buttons' in normal) normal.buttons = eachOf(normal.buttons, normaliseButton)
  return normal
}

function normaliseButton(button: Json): Json {
  const normal = capitalised(button)
  if (typeof normal.flow_action === 'string') normal.flow_action = normal.flow_action.toLowerCase()
  if (typeof normal.flow_id === 'number') normal.flow_id = String(normal.flow_id)
  const { type, example } = normal
  if (type === 'URL' && typeof example === 'string') normal.example = [example]
  if (type === 'COPY_CODE' && Array.isArray(example) && example.length === 1) normal.example = example[0]
  return normal
}

function capitalised(part: Json): Json {
  const kinds = KIND_KEYS.filter((key) => typeof part[key] === 'string')
  return { ...part, ...Object.fromEntries(kinds.map((key) => [key, (part[key] as string).toUpperCase()])) }
}

function eachOf(list: unknown, change: (one: Json) => Json): unknown {
  if (!Array.isArray(list)) return list
  return list.map((one: unknown) => (isJson(one) ? change(one) : one))
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
