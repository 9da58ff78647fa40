import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { templateComponent } from '../templates/component.ts'
import { listAll } from './list-all.ts'

const FIELDS = 'id,name,language,status,category,parameter_format,components'

const graphTemplate = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  parameter_format: z.string().nullish(),
  components: z.array(templateComponent).default([]),
})
export type GraphTemplate = z.infer<typeof graphTemplate>

/** All templates of a WhatsApp Business Account, in every state. */
export function listTemplates(access: GraphAccess, businessAccountId: string): Promise<GraphTemplate[]> {
  return listAll(access, `${businessAccountId}/message_templates?fields=${FIELDS}`, graphTemplate)
}
