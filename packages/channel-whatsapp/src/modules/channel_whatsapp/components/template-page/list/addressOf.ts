import type { TemplateRow } from '../data/template.ts'

type Address = Record<string, string | null>

/** Where a row leads: a template to what is known of it, a draft to the editor, which only some may open. */
export function addressOf({ id, status, connectionId }: TemplateRow, mayManage: boolean): Address | null {
  if (status !== 'DRAFT') return { template: id }
  return mayManage ? { compose: connectionId, draft: id } : null
}
