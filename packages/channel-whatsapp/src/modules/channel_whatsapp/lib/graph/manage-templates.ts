import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { type TemplateDefinition, toWire } from '../templates/definition/definition.ts'
import { callGraph } from './graph-client.ts'

export const submittedTemplate = z.object({ id: z.coerce.string(), status: z.string(), category: z.string() })
/** What Meta says of a template that it was just given. It may put it into another category. */
export type SubmittedTemplate = z.infer<typeof submittedTemplate>

const done = z.object({ success: z.literal(true) })

/** What of a template can be changed: name, language and the form of its variables cannot. */
export type TemplateEdit = Pick<TemplateDefinition, 'components'> &
  Partial<Pick<TemplateDefinition, 'category' | 'ttlSeconds'>>

/** @throws GraphError, GraphUnreachable, as everything here */
export async function createTemplate(
  access: GraphAccess,
  businessAccountId: string,
  definition: TemplateDefinition,
): Promise<SubmittedTemplate> {
  const path = `${businessAccountId}/message_templates`
  return submittedTemplate.parse(await callGraph(access, 'POST', path, toWire(definition)))
}

/** The template goes into review again. */
export async function editTemplate(
  access: GraphAccess,
  templateId: string,
  { components, category, ttlSeconds }: TemplateEdit,
): Promise<void> {
  const change = {
    components,
    ...(category === undefined ? {} : { category }),
    ...(ttlSeconds === undefined ? {} : { message_send_ttl_seconds: ttlSeconds }),
  }
  done.parse(await callGraph(access, 'POST', templateId, change))
}

/** @param templateId of one language; null for all languages of the name */
export async function deleteTemplate(
  access: GraphAccess,
  businessAccountId: string,
  { name, templateId }: { name: string; templateId: string | null },
): Promise<void> {
  const query = new URLSearchParams({ name, ...(templateId === null ? {} : { hsm_id: templateId }) })
  done.parse(await callGraph(access, 'DELETE', `${businessAccountId}/message_templates?${query}`))
}

/** Ends a pause of Meta's before its time. */
export async function unpauseTemplate(access: GraphAccess, templateId: string): Promise<void> {
  done.parse(await callGraph(access, 'POST', `${templateId}/unpause`))
}
