import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { StatusError } from '../../delivery-event.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentKind } from '../consent.ts'
import type { ConsentTask, TaskOutcome } from '../tasks/task-statements.ts'
import { eventsAbout } from '../whose.ts'
import { problemOf, type UndoneView } from './undone.ts'

/** As many as somebody could still read. */
const MOST = 100

interface Row {
  id: string
  kind: ConsentTask['kind']
  eventKind: ConsentKind
  outcome: TaskOutcome
  at: Timestamp
  retryAt: Timestamp | null
  error: StatusError | null
  conversationId: string | null
}

interface About extends Pick<UndoneView, 'providerKey'> {
  contactId: string
  channelType: string
  /** Whoever opts in by a word is asked to confirm instead of being answered. */
  doubleOptIn: boolean
}

/** What was to follow from what somebody said, and did not; the newest first. */
export async function selectUndone(
  db: Db,
  { tenantId, organizationId }: Scope,
  { contactId, channelType, doubleOptIn, providerKey }: About,
): Promise<UndoneView[]> {
  const { rows } = await sql<Row>`
    select t.id, t.kind, e.kind as "eventKind", t.outcome, m.error, m.conversation_id as "conversationId",
           coalesce(m.updated_at, t.done_at, t.due_at) as at,
           case when t.done_at is null then t.claimed_until end as "retryAt"
    from ${eventsAbout([contactId])} e
    join cc_consent_tasks t on t.event_id = e.id and t.outcome is not null
    left join cc_external_messages m on m.id = (t.outcome ->> 'messageId')::uuid and m.status = 'failed'
      and not exists (select 1 from cc_external_messages again where again.resend_of = m.id)
    where e.tenant_id = ${tenantId} and e.organization_id = ${organizationId} and e.channel_type = ${channelType}
      and (m.id is not null or not jsonb_exists_any(t.outcome, '{messageId,cancelled}'))
    order by at desc, t.id desc limit ${MOST}`.execute(db)
  return rows.flatMap(({ id, kind, eventKind, outcome, at, retryAt, error, conversationId }) => {
    const problem = problemOf(outcome, error, retryAt === null)
    if (!problem) return []
    const isQuestion = kind === 'ask' || (kind === 'reply' && eventKind === 'opted_in' && doubleOptIn)
    return {
      ...{ id, problem, providerKey, conversationId },
      what: isQuestion ? 'question' : kind === 'reply' ? 'answer' : 'recall',
      at: toDate(at).toISOString(),
      retryAt: toDate(retryAt)?.toISOString() ?? null,
    }
  })
}
