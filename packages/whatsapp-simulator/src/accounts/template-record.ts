import type { Template } from './template.ts'
import type { TemplateState, TemplateStatus } from './template-state.ts'

/** What has become of a template since it was made, in Graph's words, and what is still to come. Times are ms since 1970. */
export type TemplateRecord = Partial<Omit<Template, 'id' | 'name' | 'language'>> & TemplateCourse

export type TemplateCourse = {
  messageStatus?: TemplateState['messageStatus']
  /** How often it was paused for its quality; the third time disables it. */
  pauses?: number
  pausedUntil?: number
  /** When it was edited while it was approved. */
  editedAt?: number[]
  archivedFrom?: TemplateStatus
  categoryChangesAt?: number
  reviewDueAt?: number
  /** Asked to be deleted while messages of it are on their way; then at the latest. */
  deletesAt?: number
  deleted?: true
}
