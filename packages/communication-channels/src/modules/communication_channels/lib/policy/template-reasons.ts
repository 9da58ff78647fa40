import type { TemplateCandidate, TemplateState } from '../adapter/template-candidate.ts'
import type { Reason, ReasonCode } from './decision.ts'
import { objects, permits } from './standing.ts'

const OBJECTION: Record<Exclude<TemplateState, 'usable'>, ReasonCode> = {
  missing: 'template_missing',
  in_review: 'template_in_review',
  rejected: 'template_rejected',
  paused: 'template_paused',
  disabled: 'template_disabled',
  unsupported: 'template_unsupported',
}

export function templateReasons(
  hasTemplates: boolean,
  { name, language, state, missing }: TemplateCandidate,
): Reason[] {
  const params = { name, language }
  if (!hasTemplates) return [objects('templates_unknown')]
  if (state !== 'usable') return [objects(OBJECTION[state], params)]
  if (missing.length > 0)
    return [objects('template_data_missing', { ...params, missing: missing.join(', ') })]
  return [permits('template_usable', params)]
}
