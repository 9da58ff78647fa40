import type { TemplateRow } from '../data/template.ts'

/** Where a row leads: a draft to the editor, a template to what is known of it. */
export function addressOf({ id, status, connectionId }: TemplateRow): Record<string, string | null> {
  return status === 'DRAFT' ? { compose: connectionId, draft: id } : { template: id }
}
