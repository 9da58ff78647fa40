import { isFreeForm, type OutboundRequest } from '../content/message-content.ts'
import type { TemplateParameters } from '../content/template.ts'

/** What a batch can send: a reaction stands on one message. */
export type BatchContent = Exclude<OutboundRequest, { type: 'reaction' }>

/** For what free content may be. */
export type FreePurpose = 'service' | 'utility' | 'marketing'

/** A template has its own. What goes to many in free words is no answer, unless somebody says that it is. */
export function purposeOfBatch(content: BatchContent, asked: FreePurpose | undefined): FreePurpose | null {
  return isFreeForm(content) ? (asked ?? 'marketing') : null
}

/** What one recipient is sent: their own parameters stand before those that all have. */
export function personalContent(content: BatchContent, own: TemplateParameters | null): BatchContent {
  if (content.type !== 'template' || !own) return content
  const { header, body } = content.parameters
  return {
    ...content,
    parameters: {
      ...content.parameters,
      ...own,
      ...(header || own.header ? { header: { ...header, ...own.header } } : {}),
      ...(body || own.body ? { body: { ...body, ...own.body } } : {}),
    },
  }
}
