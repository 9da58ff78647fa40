import { z } from 'zod'

/**
 * What a message says, in the hub's own terms. Providers translate to and from their wire format.
 * Kinds that a provider knows and the hub does not yet are kept as `unsupported`, with the provider's payload
 * whole, so that nothing a customer sent is lost.
 */

/** The provider may allow less; its adapter says so before anything leaves. */
export const MAX_TEXT_LENGTH = 4096

export const textRequest = z.object({
  type: z.literal('text'),
  text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
})

/** Text as kept: customers may write longer ones than we may send. */
export const textContent = z.object({ type: z.literal('text'), text: z.string() })

export const templateParameters = z.object({
  header: z.record(z.string().max(64), z.string().trim().min(1).max(1024)).optional(),
  body: z.record(z.string().max(64), z.string().trim().min(1).max(1024)).optional(),
})

/** PostgreSQL, where names are looked up, takes no NUL in text. */
const name = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\0'), 'There is a character in it that no name has.')

/** A template as asked for: by name and language, with a value for each parameter. */
export const templateRequest = z.object({
  type: z.literal('template'),
  name: name(1, 512),
  language: name(2, 15),
  parameters: templateParameters.default({}),
})

/** A template as it leaves: `rendered` is what the customer will read. */
export const templateContent = templateRequest.extend({
  rendered: z.object({
    header: z.string().optional(),
    body: z.string(),
    footer: z.string().optional(),
    buttons: z.array(z.string()),
  }),
})

export const unsupportedContent = z.object({
  type: z.literal('unsupported'),
  /** What the provider calls it. */
  kind: z.string(),
  reason: z.string().nullable(),
  /** A caption or title, where there is one. */
  text: z.string().nullable(),
  payload: z.unknown(),
})

/** What a person or another module may ask to send. */
export const outboundRequest = z.discriminatedUnion('type', [textRequest, templateRequest])
export const messageContent = z.discriminatedUnion('type', [textContent, templateContent, unsupportedContent])

export type TextContent = z.infer<typeof textContent>
export type TemplateRequest = z.infer<typeof templateRequest>
export type TemplateContent = z.infer<typeof templateContent>
export type OutboundRequest = z.infer<typeof outboundRequest>
export type OutboundContent = TextContent | TemplateContent
export type MessageContent = z.infer<typeof messageContent>

/** Free-form content needs an open conversation window; a template does not. */
export function isFreeForm(content: { type: string }): boolean {
  return content.type !== 'template'
}

/** One line for the conversation list. Empty where only a label in the reader's language would do. */
export function previewOf(content: MessageContent): string {
  switch (content.type) {
    case 'text':
      return firstLine(content.text)
    case 'template':
      return firstLine(content.rendered.body)
    case 'unsupported':
      return firstLine(content.text ?? '')
  }
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
