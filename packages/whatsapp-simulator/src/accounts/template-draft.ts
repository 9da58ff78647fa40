import type { Template } from './template.ts'

/** What differs between templates; the rest is as of an approved one that does well. */
export type TemplateDraft = Pick<Template, 'name' | 'language' | 'category' | 'components'> &
  Partial<Template>
