import type {
  TemplateCandidate,
  TemplateState,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import type { Template } from './component.ts'
import { unsupportedPart } from './template-needs.ts'

/** What Meta knows of a template and cannot be sent as it is; an approved one can. */
const STATES: Record<string, TemplateState> = {
  PENDING: 'in_review',
  IN_APPEAL: 'in_review',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LIMIT_EXCEEDED: 'disabled',
  ARCHIVED: 'disabled',
  PENDING_DELETION: 'missing',
  DELETED: 'missing',
}

const PURPOSES: Record<string, TemplateCandidate['purpose']> = {
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
}

export function describeTemplate(template: Template): TemplateCandidate {
  const { name, language } = template
  return {
    name,
    language,
    purpose: purposeOf(template),
    state: stateOf(template),
    missing: [],
    content: null,
  }
}

/** Of a template that Meta does not have, nothing is known but what it was called. */
export function missingTemplate(name: string, language: string): TemplateCandidate {
  return { name, language, purpose: 'utility', state: 'missing', missing: [], content: null }
}

/** By Meta's category. A word that nobody knows counts as the one that asks for most. */
function purposeOf({ category }: Template): TemplateCandidate['purpose'] {
  const known = category.toUpperCase()
  return Object.hasOwn(PURPOSES, known) ? PURPOSES[known]! : 'marketing'
}

/** A state that nobody knows is one in which it cannot be sent from here. */
function stateOf(template: Template): TemplateState {
  const status = template.status.toUpperCase()
  if (status === 'APPROVED') return unsupportedPart(template) ? 'unsupported' : 'usable'
  return Object.hasOwn(STATES, status) ? STATES[status]! : 'unsupported'
}
