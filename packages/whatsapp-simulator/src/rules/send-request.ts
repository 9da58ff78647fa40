import { GraphError } from '../graph/graph-error.ts'

export type SendRequest = {
  kind: 'message'
  to: string | null
  recipient: string | null
  contextWamid: string | null
  callbackData: string | null
  content: { type: 'text'; body: string } | { type: 'template'; template: Record<string, unknown> }
}

export type ReadRequest = { kind: 'read'; wamid: string; typing: boolean }

const TEXT_LIMIT = 4096
const CALLBACK_DATA_LIMIT = 512
/** Types Meta knows and this simulator does not play yet. */
const OTHER_TYPES = [
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'pin',
]

/** Reads the body of `POST /{phone-number-id}/messages` the way Meta refuses it: first the frame, then the content. */
export function readSendRequest(body: Record<string, unknown>): SendRequest | ReadRequest {
  if (body.messaging_product === undefined) throw required('messaging_product')
  if (body.messaging_product !== 'whatsapp') {
    throw new GraphError(100, {
      title: `Param messaging_product must be one of {WHATSAPP} - got "${String(body.messaging_product)}".`,
    })
  }
  if (body.status !== undefined) return readReadRequest(body)
  const to = optionalText(body.to, 'to')
  const recipient = optionalText(body.recipient, 'recipient')
  if (!to && !recipient) throw required('to')
  return {
    kind: 'message',
    to,
    recipient: to ? null : recipient,
    contextWamid: readContext(body.context),
    callbackData: readCallbackData(body.biz_opaque_callback_data),
    content: readContent(body),
  }
}

function readReadRequest(body: Record<string, unknown>): ReadRequest {
  if (body.status !== 'read') throw new GraphError(100, { title: 'Param status must be one of {READ}' })
  const wamid = optionalText(body.message_id, 'message_id')
  if (!wamid) throw required('message_id')
  const typing = body.typing_indicator as { type?: unknown } | undefined
  if (typing !== undefined && typing?.type !== 'text') {
    throw new GraphError(131009, { details: "Parameter 'typing_indicator.type' must be 'text'." })
  }
  return { kind: 'read', wamid, typing: typing !== undefined }
}

function readContent(body: Record<string, unknown>): SendRequest['content'] {
  // Meta takes a body without a type for a text.
  const type = body.type ?? 'text'
  if (type === 'text') return readText(body.text)
  if (type === 'template') {
    if (!isObject(body.template)) throw missing("Parameter 'template' is mandatory for type 'template'.")
    return { type: 'template', template: body.template }
  }
  if (OTHER_TYPES.includes(String(type))) throw new GraphError(131051)
  throw new GraphError(100, {
    title: `Param type must be one of {TEXT, TEMPLATE, ${OTHER_TYPES.join(', ').toUpperCase()}} - got "${String(type)}".`,
  })
}

function readText(text: unknown): SendRequest['content'] {
  if (!isObject(text) || text.body === undefined || text.body === '') {
    throw missing("Parameter 'text.body' is mandatory for type 'text'.")
  }
  if (typeof text.body !== 'string')
    throw new GraphError(131009, { details: "Parameter 'text.body' must be a string." })
  if ([...text.body].length > TEXT_LIMIT) {
    throw new GraphError(100, { title: `Param text['body'] must be at most ${TEXT_LIMIT} characters long.` })
  }
  return { type: 'text', body: text.body }
}

function readContext(context: unknown): string | null {
  if (context === undefined) return null
  const wamid = isObject(context) ? context.message_id : null
  if (typeof wamid !== 'string' || !wamid) throw missing("Parameter 'context.message_id' is mandatory.")
  return wamid
}

function readCallbackData(data: unknown): string | null {
  const text = optionalText(data, 'biz_opaque_callback_data')
  if (text && text.length > CALLBACK_DATA_LIMIT) {
    throw new GraphError(100, {
      title: `Param biz_opaque_callback_data must be at most ${CALLBACK_DATA_LIMIT} characters long.`,
    })
  }
  return text
}

function optionalText(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string')
    throw new GraphError(131009, { details: `Parameter '${name}' must be a string.` })
  return value
}

function required(name: string): GraphError {
  return new GraphError(100, { title: `The parameter ${name} is required.` })
}

function missing(details: string): GraphError {
  return new GraphError(131008, { details })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
