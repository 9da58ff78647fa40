import { type Db, sql } from '../../db.ts'
import type { ConsentPurpose } from '../consent.ts'
import { type ConsentState, consentState } from '../consent-state.ts'
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

type Asked = ConsentState['asked']

/** How people stood when they wrote: whatever was said later counts for nothing here, though it may be known already. */
export async function loadWordFacts(db: Db, moments: Moment[]): Promise<WordFacts[]> {
  if (moments.length === 0) return []
  const events = await loadEventsAbout(db, [...new Set(moments.map(({ contactId }) => contactId))])
  const stateAt = (moment: Moment, purpose: ConsentPurpose) =>
    consentState(events.filter((event) => event.purpose === purpose && isKnownTo(moment, event)))
  const asked = moments.map((moment) => openAt(stateAt(moment, 'marketing').asked, moment.at))
  const answering = await selectAnswering(db, moments, asked)
  return moments.map((moment, nth) => ({
    isAsked: asked[nth] !== null && (moment.isTapped || answering.has(nth)),
    isWithoutUtility: stateAt(moment, 'utility').state === 'opted_out',
  }))
}

function isKnownTo({ contactId, channelType, at }: Moment, event: EventAbout): boolean {
  return event.contactId === contactId && event.channelType === channelType && event.occurredAt <= at
}

function openAt(asked: Asked, at: Date): Asked {
  return asked && at <= asked.expiresAt ? asked : null
}

/**
 * Whose words are an answer to the question, by their place: those that quote it, or quote nothing and came when we had
 * written nothing else since. A bare “yes” may be an answer to anything, and nobody agrees by a misunderstanding.
 */
async function selectAnswering(db: Db, moments: Moment[], asked: Asked[]): Promise<Set<number>> {
  const open = moments.flatMap((moment, nth) => {
    const question = asked[nth]
    return question && !moment.isTapped ? [{ ...moment, nth, from: question.at }] : []
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
