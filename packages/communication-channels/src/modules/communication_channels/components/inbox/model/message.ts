/** A message as `GET /api/communication_channels/conversations/:id/messages` returns it. */
export type Message = {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  content: MessageContent
  status: MessageStatus | null
  statusTimes: { sent?: string; delivered?: string; read?: string; failed?: string }
  error: { code: string; message: string; action: string | null } | null
  author: { userId: string; name: string | null } | null
  sentAt: string
  createdAt: string
}

export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'unknown'
  | 'sent'
  | 'failed'
  | 'delivered'
  | 'read'
  | 'played'

export type MessageContent = TextContent | TemplateContent | UnsupportedContent

export type TextContent = { type: 'text'; text: string }

export type TemplateContent = {
  type: 'template'
  name: string
  language: string
  parameters: TemplateParameters
  rendered: { header?: string; body: string; footer?: string; buttons: string[] }
}

export type TemplateParameters = { header?: Record<string, string>; body?: Record<string, string> }

export type UnsupportedContent = {
  type: 'unsupported'
  kind: string
  reason: string | null
  text: string | null
}

/** What the send endpoint accepts: our own rendering of a template is for the screen and stays here. */
export type SendableContent =
  | TextContent
  | { type: 'template'; name: string; language: string; parameters: TemplateParameters }

export function toSendable(content: TextContent | TemplateContent): SendableContent {
  if (content.type === 'text') return { type: 'text', text: content.text }
  const { name, language, parameters } = content
  return { type: 'template', name, language, parameters }
}
