import { type Db, sql } from '../../db.ts'
import type { ConsentPurpose } from '../consent.ts'
import { consentState } from '../consent-state.ts'
import { type EventAbout, loadEventsAbout } from '../events-about.ts'
import type { WordFacts } from './what-it-says.ts'

/** When somebody said something. */
interface Moment {
  contactId: string
  channelType: string
  at: Date
  /** They tapped a button of our question, which is an answer to that and to nothing else. */
  isTapped: boolean
  channelId: string
  /** The message that they quote. */
  replyToExternalId: string | null
}

/** How people stood when they wrote: whatever was said later counts for nothing here, though it may be known already. */
export async function loadWordFacts(db: Db, moments: Moment[]): Promise<WordFacts[]> {
  if (moments.length === 0) return []
  const events = await loadEventsAbout(db, [...new Set(moments.map(({ contactId }) => contactId))])
  const before = moments.map((moment) => events.filter((event) => isKnownTo(moment, event)))
  const questions = moments.map(({ at }, nth) => lastQuestion(before[nth]!, at))
  const answering = await selectAnswering(db, moments, questions)
  return moments.map(({ isTapped }, nth) => ({
    isAnswer: questions[nth] !== null && (isTapped || answering.has(nth)),
    isWithoutUtility: stateIn(before[nth]!, 'utility') === 'opted_out',
  }))
}

function isKnownTo({ contactId, channelType, at }: Moment, event: EventAbout): boolean {
  return event.contactId === contactId && event.channelType === channelType && event.occurredAt <= at
}

function stateIn(events: EventAbout[], purpose: ConsentPurpose) {
  return consentState(events.filter((event) => event.purpose === purpose)).state
}

/** When they were last asked, where an answer would still count. Questions are in the ledger before they leave. */
function lastQuestion(before: EventAbout[], at: Date): Date | null {
  const asked = before.filter(
    ({ kind, expiresAt }) => kind === 'asked' && expiresAt !== null && at <= expiresAt,
  )
  const [last] = asked.map(({ occurredAt }) => occurredAt).sort((a, b) => b.getTime() - a.getTime())
  return last ?? null
}

/**
 * Whose words are an answer to the question, by their place: those that quote it, or quote nothing and came when we had
 * written nothing else since. A bare “yes” may be an answer to anything, and nobody agrees by a misunderstanding.
 */
async function selectAnswering(db: Db, moments: Moment[], questions: (Date | null)[]): Promise<Set<number>> {
  const open = moments.flatMap((moment, nth) => {
    const from = questions[nth]
    return from && !moment.isTapped ? [{ ...moment, nth, from }] : []
  })
  if (open.length === 0) return new Set()
  const isOurs = sql`m.direction = 'outbound' and m.origin = 'api' and m.status not in ('queued', 'cancelled', 'failed')`
  const { rows } = await sql<{ nth: number }>`
    select s.nth from unnest(
      ${open.map(({ nth }) => nth)}::int[], ${open.map(({ contactId }) => contactId)}::uuid[],
      ${open.map(({ from }) => from)}::timestamptz[], ${open.map(({ at }) => at)}::timestamptz[],
      ${open.map(({ channelId }) => channelId)}::uuid[],
      ${open.map(({ replyToExternalId }) => replyToExternalId)}::text[])
      as s (nth, contact_id, asked_at, said_at, channel_id, reply_to)
    where case
      when s.reply_to is not null then exists (
        select 1 from cc_external_messages m
        where m.channel_id = s.channel_id and m.external_message_id = s.reply_to and m.sent_at = s.asked_at and ${isOurs})
      else not exists (
        select 1 from cc_external_conversations v join cc_external_messages m on m.conversation_id = v.id
        where v.contact_id = s.contact_id and m.sent_at > s.asked_at and m.sent_at <= s.said_at and ${isOurs})
      end`.execute(db)
  return new Set(rows.map(({ nth }) => nth))
}
