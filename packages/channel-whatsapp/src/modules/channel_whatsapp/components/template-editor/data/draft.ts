import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import type { EditRules } from '../../../lib/templates/definition/edit-rules.ts'

/** Edit rules as they come through the API. */
export type EditLimits = Omit<EditRules, 'nextEditAt'> & { nextEditAt: string | null }

/** As `GET /templates/drafts/[id]` returns it. */
export interface Draft {
  id: string
  connectionId: string
  templateId: string | null
  definition: TemplateDefinition
  authorName: string | null
  updatedAt: string
  edit: EditLimits | null
}

/** What a submission answers. */
export interface SubmittedTemplate {
  id: string
  status: string
  category: string
}

export const draftPath = (id: string) => `/templates/drafts/${encodeURIComponent(id)}`
