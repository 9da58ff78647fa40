import type { Conversation, Staff } from '../play/staff.ts'
import type { House } from '../processes/house.ts'

/** A message as the product has it. */
export interface StoredMessage {
  id: string
  wamid: string | null
  conversationId: string
  phoneNumberId: string
  status: string | null
  settledAs: string | null
  resendOf: string | null
  error: string | null
  scheduledAt: Date | null
}

export interface StoredStatus {
  wamid: string
  phoneNumberId: string
  status: string
  at: Date
}

/** What the product made of everything: rows from its tables, people and texts as a person is shown them. */
export interface Stored {
  inbound: StoredMessage[]
  outbound: StoredMessage[]
  statuses: StoredStatus[]
  conversations: Map<string, Conversation & { person: string; phoneNumberId: string }>
  /** By our id of the message. */
  texts: Map<string, string>
  journal: { rows: number; waiting: number; dead: string[]; odd: number }
  /** Recorded and not published. */
  events: number
}

interface ShownMessage {
  id: string
  content: { type: string; text?: string; rendered?: { body: string } }
}

const READERS = 6

export async function readStored(house: House, staff: Staff[]): Promise<Stored> {
  const numbers = new Map(
    (
      await house.query<{ id: string; number: string }>(
        'select id, external_identifier as number from cc_communication_channels',
      )
    ).map(({ id, number }) => [id, number]),
  )
  const messages = await house.query<StoredMessage & { direction: string }>(
    `select m.id, m.external_message_id as wamid, m.conversation_id as "conversationId", m.direction, m.status,
            c.external_identifier as "phoneNumberId", m.settled_as as "settledAs", m.resend_of as "resendOf",
            m.error ->> 'code' as error, m.scheduled_at as "scheduledAt"
     from cc_external_messages m join cc_communication_channels c on c.id = m.channel_id`,
  )
  const statuses = await house.query<StoredStatus>(
    `select e.external_message_id as wamid, c.external_identifier as "phoneNumberId", e.status, e.occurred_at as at
     from cc_message_status_events e join cc_communication_channels c on c.id = e.channel_id`,
  )
  const conversations: Stored['conversations'] = new Map()
  const texts = new Map<string, string>()
  for (const one of staff) {
    const seen = await one.conversations()
    for (const conversation of seen) {
      const phoneNumberId = numbers.get(conversation.channel.id) ?? ''
      conversations.set(conversation.id, { ...conversation, person: personIn(conversation), phoneNumberId })
    }
    await readTexts(
      one,
      seen.map(({ id }) => id),
      texts,
    )
  }
  return {
    inbound: messages.filter(({ direction }) => direction === 'inbound'),
    outbound: messages.filter(({ direction }) => direction === 'outbound'),
    statuses,
    conversations,
    texts,
    ...(await readQueues(house)),
  }
}

/** Of those who have no phone to show, the user name tells who they are. */
function personIn({ contact }: Conversation): string {
  return contact.phone ?? `@${contact.username}`
}

async function readTexts(staff: Staff, conversationIds: string[], texts: Map<string, string>): Promise<void> {
  const left = [...conversationIds]
  const read = async () => {
    for (let id = left.pop(); id; id = left.pop()) {
      for (let before: string | null = ''; before !== null; ) {
        const page: { items: ShownMessage[]; olderCursor: string | null } = await staff.api(
          `/conversations/${id}/messages?limit=100${before ? `&before=${encodeURIComponent(before)}` : ''}`,
        )
        for (const { id: messageId, content } of page.items)
          texts.set(messageId, content.text ?? content.rendered?.body ?? '')
        before = page.olderCursor
      }
    }
  }
  await Promise.all(Array.from({ length: READERS }, read))
}

async function readQueues(house: House): Promise<Pick<Stored, 'journal' | 'events'>> {
  const [journal] = await house.query<Stored['journal']>(
    `select count(*)::int as rows, count(*) filter (where state = 'pending')::int as waiting,
            coalesce(array_agg(id::text) filter (where state = 'failed'), '{}') as dead,
            count(*) filter (where (outcome->>'foreign')::int + (outcome->>'disabled')::int > 0
                             or (outcome->>'unreadable')::boolean)::int as odd
     from cc_webhook_deliveries`,
  )
  const [events] = await house.query<{ n: number }>('select count(*)::int as n from cc_outgoing_events')
  return { journal: journal!, events: events!.n }
}
