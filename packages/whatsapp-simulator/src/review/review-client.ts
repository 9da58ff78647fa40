import type { RejectionReason } from '../accounts/rejection-reasons.ts'
import type { TemplateCategory, TemplateComponent } from '../accounts/template.ts'
import type { TemplateReview } from '../accounts/template-review.ts'
import type { TemplateStatus } from '../accounts/template-state.ts'
import type { TemplateAct } from '../sim/template-schemas.ts'

/** A template as `GET /sim/templates` tells of it. */
export type ReviewedTemplate = {
  id: string
  wabaId: string
  name: string
  language: string
  category: TemplateCategory
  status: TemplateStatus
  quality: string
  rejectedReason: string | null
  components: TemplateComponent[]
  correctCategory: TemplateCategory | null
  pauses: number
  pausedUntil: string | null
  reviewDueAt: string | null
  createdAt: string | null
}

export type Verdict =
  | { decision: 'approve' }
  | { decision: 'reject'; reason: RejectionReason; explanation?: string; recommendation?: string }

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/sim${path}`, { method, ...sent })
  const answer = await response.json()
  if (response.ok) return answer as T
  const { error, fieldErrors } = answer as { error: string; fieldErrors?: Record<string, string> }
  throw new Error(fieldErrors ? Object.values(fieldErrors).join(' ') : error)
}

/** What the reviewers' desk asks of the simulator. Every refusal is an Error with a sentence to show. */
export const desk = {
  templates: async () => (await call<{ items: ReviewedTemplate[] }>('GET', '/templates')).items,
  accounts: async () => (await call<{ items: { wabaId: string; name: string }[] }>('GET', '/accounts')).items,
  review: () => call<TemplateReview>('GET', '/review'),
  setReview: (review: TemplateReview) => call<TemplateReview>('PUT', '/review', review),
  decide: (id: string, verdict: Verdict) => call<unknown>('POST', `/templates/${id}/review`, verdict),
  act: (id: string, act: TemplateAct) => call<unknown>('POST', `/templates/${id}/acts`, act),
}
