import { readConsentRules } from '../consent/read-rules.ts'
import { isFromCustomer } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

/** A template as messages name it, on the numbers that share it. */
export interface UsedTemplate {
  channelIds: string[]
  name: string
  language: string
}

/** An answer later than this is hardly one to the template. */
const ANSWER_WITHIN = '72 hours'

/**
 * Messages `m` that are this template. Only they have its name: what left as text instead is none, and what was queued
 * before messages had one is not known here.
 */
function areTemplate({ tenantId, organizationId }: Scope, { channelIds, name, language }: UsedTemplate) {
  return sql<boolean>`(m.channel_id = any(${channelIds}::uuid[]) and m.template_name = ${name}
    and m.template_language = ${language} and m.tenant_id = ${tenantId} and m.organization_id = ${organizationId})`
}

/** The provider took `m`: it named it, whatever became of it afterwards. */
const wasTaken = sql<boolean>`(m.external_message_id is not null)`

/**
 * What would have used it, and has not left: messages in the outbox, and people of batches whose message is not made yet.
 * `scheduled` are those whose time has not come.
 */
export async function countQueuedTemplates(
  db: Db,
  scope: Scope,
  template: UsedTemplate,
): Promise<{ queued: number; scheduled: number }> {
  const { tenantId, organizationId } = scope
  const { channelIds, name, language } = template
  const { rows } = await sql<{ queued: number; scheduled: number }>`
    with waiting (scheduled_at) as (
      select m.scheduled_at from cc_external_messages m
      where ${areTemplate(scope, template)} and m.status = 'queued'
      union all
      select b.scheduled_at from cc_batches b
      join cc_batch_recipients r on r.batch_id = b.id and r.state = 'waiting'
      where b.channel_id = any(${channelIds}::uuid[]) and b.template_name = ${name}
        and b.template_language = ${language} and b.tenant_id = ${tenantId}
        and b.organization_id = ${organizationId} and b.state in ('running', 'paused')
    )
    select (count(*) filter (where coalesce(scheduled_at, '-infinity') <= now()))::int as queued,
           (count(*) filter (where scheduled_at > now()))::int as scheduled
    from waiting`.execute(db)
  return rows[0]!
}

export interface TemplateFunnel {
  sent: number
  delivered: number
  read: number
  answered: number
  failed: number
}

/**
 * What became of those that were to leave since then. `sent`: the provider took it, also where it gave up on it later.
 * `delivered` and `read` contain whoever is further on: what was read was delivered. `answered`: the customer wrote in that
 * conversation within 72 hours after it, and before another template of ours, whose answer it would be; also where no
 * receipt says that it was read. `failed`: it did not arrive, whether the provider took it or not.
 */
export async function templateFunnel(
  db: Db,
  scope: Scope,
  { since, ...template }: UsedTemplate & { since: Date },
): Promise<TemplateFunnel> {
  const { rows } = await sql<TemplateFunnel>`
    with used as materialized (
      select m.id, m.conversation_id, m.sent_at, m.status, ${wasTaken} as was_taken from cc_external_messages m
      where ${areTemplate(scope, template)} and m.sent_at >= ${since}
    )
    select (count(*) filter (where was_taken))::int as sent,
           (count(*) filter (where status in ('delivered', 'read', 'played')))::int as delivered,
           (count(*) filter (where status in ('read', 'played')))::int as read,
           (count(*) filter (where was_taken and answer.at < coalesce(another.at, 'infinity')))::int as answered,
           (count(*) filter (where status = 'failed'))::int as failed
    from used
    left join lateral (
      select m.sent_at as at from cc_external_messages m
      where m.conversation_id = used.conversation_id and m.sent_at >= used.sent_at
        and m.sent_at <= used.sent_at + ${ANSWER_WITHIN}::interval and ${isFromCustomer}
      order by m.sent_at limit 1) answer on true
    left join lateral (
      select m.sent_at as at from cc_external_messages m
      where answer.at is not null and m.conversation_id = used.conversation_id and m.template_name is not null
        and (m.sent_at, m.id) > (used.sent_at, used.id) and m.sent_at <= answer.at and ${wasTaken}
      order by m.sent_at limit 1) another on true`.execute(db)
  return rows[0]!
}

/** How many of it the provider took. */
export async function countTemplateSends(
  db: Db,
  scope: Scope,
  { since, ...template }: UsedTemplate & { since: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cc_external_messages m
    where ${areTemplate(scope, template)} and m.sent_at >= ${since} and ${wasTaken}`.execute(db)
  return rows[0]!.count
}

/**
 * How many of the people who got it could get no marketing today: they agreed to none, opted out, or have not confirmed it
 * where the organisation asks for that. A person counts once, however often they got it.
 */
export async function countWithoutMarketingConsent(
  db: Db,
  scope: Scope,
  { since, ...template }: UsedTemplate & { since: Date },
): Promise<number> {
  const { doubleOptIn } = await readConsentRules(db, scope)
  const { rows } = await sql<{ count: number }>`
    with people as (
      select distinct c.contact_id, ch.channel_type from cc_external_messages m
      join cc_external_conversations c on c.id = m.conversation_id
      join cc_communication_channels ch on ch.id = m.channel_id
      where ${areTemplate(scope, template)} and m.sent_at >= ${since} and ${wasTaken} and m.status <> 'failed'
    )
    select count(*)::int as count from people p
    where not exists (
      select 1 from cc_consents k
      where k.tenant_id = ${scope.tenantId} and k.organization_id = ${scope.organizationId}
        and k.contact_id = p.contact_id and k.channel_type = p.channel_type and k.purpose = 'marketing'
        and k.state = 'opted_in' and (k.confirmed_at is not null or not ${doubleOptIn}::boolean))`.execute(db)
  return rows[0]!.count
}
