import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { requireConnection } from '../../../connections/save-connection.ts'
import { ourConnection } from '../../../numbers/our-number.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import type { TemplateDefinition } from '../../definition/definition.ts'
import { submitNew } from '../submit-new.ts'
import { defaultTemplates } from './default-templates.ts'

export interface DefaultTemplate {
  name: string
  language: string
  category: TemplateDefinition['category']
  /** The notification that it carries. */
  purpose: string
  definition: TemplateDefinition
  state: 'submitted' | 'available'
}

/** @throws ChannelError 404 */
export async function listDefaults(ctx: ProviderContext, connectionId: string): Promise<DefaultTemplate[]> {
  await requireConnection(ctx, connectionId)
  const { db, scope } = ctx
  const { rows } = await sql<{ name: string; language: string }>`
    select name, language from wa_templates
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and connection_id = ${connectionId}`.execute(db)
  const there = new Set(rows.map(keyOf))
  return defaultTemplates().map(({ name, definition }) => ({
    ...{ name, purpose: name, definition },
    language: definition.language,
    category: definition.category,
    state: there.has(keyOf(definition)) ? 'submitted' : 'available',
  }))
}

interface Named {
  name: string
  language: string
}

export interface SubmittedDefaults {
  submitted: (Named & { id: string })[]
  refused: (Named & Refusal)[]
}

interface Refusal {
  /** The code of the problem; screens have its words. */
  error: string
  /** In English, as exact as it is known. */
  reason: string
  /** What Meta itself said. */
  detail: string | null
}

/** What no other template would be answered differently by: the rest is not sent either. */
const ENDS_IT = new Set([
  'access_token_invalid',
  'permission_missing',
  'account_restricted',
  'graph_unreachable',
  'meta_trouble',
  'rate_limited',
  'template_hourly_limit',
  'template_limit_reached',
  'template_outcome_unknown',
])

/**
 * Submits those that are not there yet, each by itself: one that is refused keeps no other back.
 *
 * @throws ChannelError 404; 422 `credentials_missing`
 */
export async function submitDefaults(
  ctx: ProviderContext,
  connectionId: string,
  { names, languages }: { names: string[]; languages: string[] },
): Promise<SubmittedDefaults> {
  const ours = await ourConnection(ctx, connectionId)
  const outcome: SubmittedDefaults = { submitted: [], refused: [] }
  let end: ChannelError | null = null
  for (const { definition } of defaultTemplates(names, languages)) {
    const { name, language } = definition
    try {
      if (end) throw end
      const { id } = await submitNew(ctx, ours, definition, { isReadLater: true })
      outcome.submitted.push({ name, language, id })
    } catch (failure) {
      if (!(failure instanceof ChannelError)) throw failure
      if (ENDS_IT.has(failure.code)) end = failure
      outcome.refused.push({ name, language, ...refusalOf(failure) })
    }
  }
  return outcome
}

function refusalOf({ code, body }: ChannelError): Refusal {
  const { error, fieldErrors, detail } = body as {
    error: string
    fieldErrors?: Record<string, string>
    detail?: string
  }
  const [sentence = error] = Object.values(fieldErrors ?? {})
  return { error: code, reason: sentence, detail: detail ?? null }
}

function keyOf({ name, language }: Named): string {
  return JSON.stringify([name, language])
}
