import type { GraphTemplate } from '../../graph/list-templates.ts'
import type { TemplateDefinition } from '../definition/definition.ts'

/** A template that Meta took, as Meta would list it: for when it cannot be asked. */
export function graphTemplateOf(
  { name, language, components, parameterFormat, ttlSeconds }: TemplateDefinition,
  { id, status, category }: Pick<GraphTemplate, 'id' | 'status' | 'category'>,
): GraphTemplate {
  return {
    ...{ id, name, language, status, category, components },
    parameter_format: parameterFormat,
    rejected_reason: null,
    message_send_ttl_seconds: ttlSeconds ?? null,
  }
}
