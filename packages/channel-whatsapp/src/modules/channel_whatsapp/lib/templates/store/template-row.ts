import { randomUUIDv7 } from 'node:crypto'
import type { GraphTemplate } from '../../graph/list-templates.ts'

export type TemplateRow = ReturnType<typeof rowOf>

/**
 * A template of Graph's as a row of `wa_templates`, by the names of its columns. `is_generated` is left as it is: Graph takes
 * `source` to narrow a list by and has no such field, so nothing that is read says which templates Meta wrote itself.
 */
export function rowOf(template: GraphTemplate) {
  return {
    id: randomUUIDv7(),
    external_id: template.id,
    name: template.name,
    language: template.language,
    category: template.category,
    status: template.status,
    parameter_format: template.parameter_format ?? 'POSITIONAL',
    components: template.components,
    quality_score: template.quality_score?.score ?? null,
    rejected_reason: template.rejected_reason === 'NONE' ? null : (template.rejected_reason ?? null),
    previous_category: template.previous_category ?? null,
    correct_category: template.correct_category ?? null,
    sub_category: template.sub_category ?? null,
    message_send_ttl_seconds: template.message_send_ttl_seconds ?? null,
    library_template_name: template.library_template_name ?? null,
  }
}
