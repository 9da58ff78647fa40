import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import { putsQuestion, taskMessageKey } from '../tasks/question.ts'

/** What may be an answer to a question of ours. */
export interface MaybeAnswer {
  contactId: string
  channelId: string
  at: Date
  /** The message that they quote; whoever taps a button quotes the message with the button. */
  replyToExternalId: string | null
  /** When they had been asked what they could still answer, the last first. */
  questions: Date[]
}

/**
 * Which of them are answers: those that quote a question, or quote nothing and came when nothing else had been written to
 * them since the last one left, by us or on the business's own phone. A bare “yes” may be an answer to anything, and
 * nobody agrees by a misunderstanding.
 */
export async function whichAnswer(db: Db, said: MaybeAnswer[]): Promise<Set<MaybeAnswer>> {
  const possible = said.filter(({ questions }) => questions.length > 0)
  const quoting = possible.filter(({ replyToExternalId }) => replyToExternalId !== null)
  const bare = possible.filter(({ replyToExternalId }) => replyToExternalId === null)
  return new Set([...(await quotingQuestions(db, quoting)), ...(await rightAfterQuestions(db, bare))])
}

async function quotingQuestions(db: Db, said: MaybeAnswer[]): Promise<MaybeAnswer[]> {
  if (said.length === 0) return []
  const { rows } = await sql<{ nth: number; at: Timestamp }>`
    select s.nth, first.sent_at as at
    from unnest(
      ${said.map((_, nth) => nth)}::int[], ${said.map(({ channelId }) => channelId)}::uuid[],
      ${said.map(({ replyToExternalId }) => replyToExternalId)}::text[]) as s (nth, channel_id, reply_to)
    join cc_external_messages m on m.channel_id = s.channel_id and m.external_message_id = s.reply_to
    join cc_external_messages first on first.id = coalesce(m.resend_of, m.id)
    where first.direction = 'outbound' and first.idempotency_key like ${taskMessageKey('%')}`.execute(db)
  return rows.flatMap(({ nth, at }) => {
    const one = said[nth]!
    return one.questions.some((asked) => asked.getTime() === toDate(at).getTime()) ? [one] : []
  })
}

const hasLeft = sql`m.direction = 'outbound' and m.status not in ('queued', 'cancelled', 'failed')`

async function rightAfterQuestions(db: Db, said: MaybeAnswer[]): Promise<MaybeAnswer[]> {
  if (said.length === 0) return []
  const { rows } = await sql<{ nth: number }>`
    select s.nth
    from unnest(
      ${said.map((_, nth) => nth)}::int[], ${said.map(({ contactId }) => contactId)}::uuid[],
      ${said.map(({ questions }) => questions[0]!)}::timestamptz[],
      ${said.map(({ at }) => at)}::timestamptz[]) as s (nth, contact_id, asked_at, said_at)
    cross join lateral (
      select max(m.sent_at) as at
      from cc_external_conversations v
      join cc_external_messages first on first.conversation_id = v.id and ${putsQuestion(sql.ref('s.asked_at'))}
      join cc_external_messages m on m.id = first.id or m.resend_of = first.id
      where v.contact_id = s.contact_id and ${hasLeft}) question
    where question.at <= s.said_at and not exists (
      select 1 from cc_external_conversations v join cc_external_messages m on m.conversation_id = v.id
      where v.contact_id = s.contact_id and m.sent_at > question.at and m.sent_at <= s.said_at and ${hasLeft})`.execute(
    db,
  )
  return rows.map(({ nth }) => said[nth]!)
}
