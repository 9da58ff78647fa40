import type { GraphTemplate } from '../../graph/list-templates.ts'
import { asWritten } from '../definition/as-written.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import { isSameForm } from '../store/template-form.ts'

/** Whether what Meta lists is what somebody wrote: Meta lists more about some parts than it was given. */
export function isWritten(found: GraphTemplate, definition: TemplateDefinition): boolean {
  const { message_send_ttl_seconds: ttlSeconds = null, parameter_format, ...form } = found
  if (definition.ttlSeconds !== undefined && definition.ttlSeconds !== ttlSeconds) return false
  const listed = { ...form, parameterFormat: parameter_format ?? 'POSITIONAL', ttlSeconds }
  if (isSameForm(listed, definition)) return true
  const own = asWritten(listed)
  return own !== null && isSameForm(own, definition)
}
