import { GraphError } from '../graph/graph-error.ts'
import { readContent, type SentContent } from './send/read-content.ts'
import { readStructured } from './send/structured-parameters.ts'

export type SendRequest = {
  kind: 'message'
  to: string | null
  recipient: string | null
  contextWamid: string | null
  callbackData: string | null
  /** The identity the business believes the customer to have; null where it does not care. */
  identityKeyHash: string | null
  content: SentContent
}

export type ReadRequest = { kind: 'read'; wamid: string; typing: boolean }

const CALLBACK_DATA_LIMIT = 512

/** Reads the body of `POST /{phone-number-id}/messages` the way Meta refuses it: first the frame, then the content. */
export function readSendRequest(parameters: Record<string, unknown>): SendRequest | ReadRequest {
  const body = readStructured(parameters)
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
  refuseGroups(body.recipient_type)
  refuseDirectSend(body.category)
  const contextWamid = readContext(body.context)
  const content = readContent(body)
  if (content.type === 'reaction' && contextWamid) {
    throw new GraphError(131009, { details: "Parameter 'context' cannot be given for type 'reaction'." })
  }
  return {
    kind: 'message',
    to,
    recipient: to ? null : recipient,
    contextWamid,
    callbackData: readCallbackData(body.biz_opaque_callback_data),
    identityKeyHash: optionalText(body.recipient_identity_key_hash, 'recipient_identity_key_hash'),
    content,
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

// There are no groups here, so no business is a member of the one it names.
function refuseGroups(recipientType: unknown): void {
  if (recipientType === undefined || recipientType === 'individual') return
  if (recipientType === 'group') throw new GraphError(131041)
  throw new GraphError(100, {
    title: `Param recipient_type must be one of {INDIVIDUAL, GROUP} - got "${String(recipientType)}".`,
  })
}

// A message with a category becomes a template by itself, at Meta for accounts that take part in that; none here does.
function refuseDirectSend(category: unknown): void {
  if (category === undefined) return
  throw new GraphError(100, {
    title: 'Param category is for WhatsApp Business Accounts that are enrolled in Direct Send.',
  })
}

function readContext(context: unknown): string | null {
  if (context === undefined) return null
  const wamid = isObject(context) ? context.message_id : null
  if (typeof wamid !== 'string' || !wamid) throw missing("Parameter 'context.message_id' is mandatory.")
  return wamid
}

function readCallbackData(data: unknown): string | null {
  const text = optionalText(data, 'biz_opaque_callback_data')
  if (text && [...text].length > CALLBACK_DATA_LIMIT) {
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
