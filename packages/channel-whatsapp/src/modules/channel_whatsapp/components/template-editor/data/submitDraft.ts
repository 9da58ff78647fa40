import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'
import type { FindingLevel } from '../../../lib/templates/lint/finding.ts'
import { ProviderRequestFailed } from '../../request.ts'
import { draftPath, type SubmittedTemplate } from './draft.ts'

/** A finding of the server: it knows of names in use, which the browser does not. */
export interface ServerFinding {
  code: string
  level: FindingLevel
  path: string
  params: Record<string, string | number>
}

interface Refusal {
  error?: string
  code?: string
  action?: string
  detail?: string
  fieldErrors?: Record<string, string>
  findings?: ServerFinding[]
}

/** The submission was refused, by us or by Meta. */
export class SubmissionRefused extends ProviderRequestFailed {
  readonly findings: ServerFinding[]

  constructor(status: number, refusal: Refusal | null) {
    super(status, refusal)
    this.name = 'SubmissionRefused'
    this.findings = refusal?.findings ?? []
  }
}

/** Hands a draft to Meta for review. Throws SubmissionRefused. */
export async function submitDraft(id: string): Promise<SubmittedTemplate> {
  const path = `/api/channel_whatsapp${draftPath(id)}/submit`
  const sent = { method: 'POST', body: JSON.stringify({}) }
  const answer = await apiCall<Refusal & { template?: SubmittedTemplate }>(path, sent).catch(() => null)
  if (!answer?.ok || !answer.result?.template) {
    throw new SubmissionRefused(answer?.status ?? 0, answer?.result ?? null)
  }
  return answer.result.template
}
