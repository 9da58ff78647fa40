import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import {
  type DeliveryEvent,
  UnreadableDelivery,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { DeliveryStatus } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { z } from 'zod'

/** A pigeon cannot carry more. */
const MAX_FACTS = 100

const REPORTS: Record<string, DeliveryStatus> = {
  left: 'sent',
  landed: 'delivered',
  opened: 'read',
  lost: 'failed',
}

const fact = z.object({
  kind: z.string(),
  id: z.string().min(1),
  at: z.iso.datetime().transform((time) => new Date(time)),
  from: z.string().min(1).optional(),
  name: z.string().optional(),
  words: z.string().optional(),
  about: z.string().min(1).optional(),
  label: z.string().optional(),
})
type Fact = z.infer<typeof fact>

/** `facts=2&loft=7&kind1=words&id1=…&kind2=landed&id2=…`: numbered fields, several facts a delivery. */
export function readDelivery(body: Uint8Array): DeliveryEvent[] {
  const form = new URLSearchParams(new TextDecoder().decode(body))
  const count = Number(form.get('facts') ?? Number.NaN)
  if (!Number.isInteger(count) || count < 0 || count > MAX_FACTS) {
    throw new UnreadableDelivery('It does not say how many facts there are.')
  }
  const address = { accountIdentifier: null, channelIdentifier: form.get('loft') }
  return Array.from({ length: count }, (_, index) => {
    const fields = Object.keys(fact.shape).map((key) => [key, form.get(`${key}${index + 1}`) ?? undefined])
    const read = fact.safeParse(Object.fromEntries(fields))
    return {
      ...(read.success ? eventOf(read.data) : ({ kind: 'other', field: 'unread' } as const)),
      ...address,
    }
  })
}

type WithoutAddress<E> = E extends unknown ? Omit<E, 'accountIdentifier' | 'channelIdentifier'> : never

function eventOf({ kind, id, at, from, name, label, ...rest }: Fact): WithoutAddress<DeliveryEvent> {
  const status = REPORTS[kind]
  if (status) {
    const error =
      status === 'failed' ? { code: 'hawk', message: 'A hawk was faster.', action: 'Send it again.' } : null
    const told = { participant: null, pricing: null, error, callbackData: label ?? null }
    return { kind: 'status', externalMessageId: id, status, occurredAt: at, ...told }
  }
  if (!from) return { kind: 'other', field: kind }
  return {
    kind: 'message',
    direction: 'inbound',
    origin: 'live',
    externalMessageId: id,
    contact: { phone: null, userId: from, username: null, displayName: name ?? null },
    sentAt: at,
    content: contentOf({ kind, ...rest }),
    context: {},
    replyToExternalId: null,
    opensWindow: true,
    status: null,
  }
}

function contentOf({ kind, words, about }: Pick<Fact, 'kind' | 'words' | 'about'>): MessageContent {
  if (kind === 'words' && words) return { type: 'text', text: words }
  if (kind === 'mark' && about) return { type: 'reaction', targetExternalId: about, emoji: words || null }
  return { type: 'unsupported', kind, reason: null, text: words ?? null, payload: { words, about } }
}
