import type { ContactIdentity } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { isSameNumber } from '../../../same-number.ts'
import type { Change } from '../change.ts'
import { metaId, metaUserId, seconds, toldOrOdd, toldPhone } from '../meta-values.ts'
import { onlyPerson, personOf } from '../person.ts'

export const callEventName = z.string().regex(/^\w{1,64}$/)

/** What happened to a call, as Meta writes it. */
export const webhookCall = z.object({
  id: metaId,
  event: callEventName,
  timestamp: seconds,
  direction: toldOrOdd,
  from: toldPhone,
  from_user_id: metaUserId,
  to: toldPhone,
  to_user_id: metaUserId,
  status: toldOrOdd,
  duration: z
    .union([
      z.number().nonnegative().max(999_999_999),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
  deeplink_payload: toldOrOdd,
  cta_payload: toldOrOdd,
})
export type WebhookCall = z.infer<typeof webhookCall>

export interface CallParties {
  contact: ContactIdentity
  isByCustomer: boolean
}

/** Who spoke to whom in each call, as far as its items say so: one may leave out what another has. */
export function partiesByCall(calls: unknown[], change: Change): Map<string, CallParties> {
  const named = new Map<string, CallParties>()
  for (const raw of calls) {
    const { data: said } = webhookCall.safeParse(raw)
    const parties = said && partiesOf(said, change)
    if (parties) named.set(said.id, parties)
  }
  return named
}

/** Null where it does not say. */
export function partiesOf(said: WebhookCall, { contacts, displayNumber }: Change): CallParties | null {
  const isByCustomer = isCalledByCustomer(said, displayNumber)
  const contact = isByCustomer
    ? personOf(said.from, said.from_user_id, contacts)
    : personOf(said.to, said.to_user_id, contacts)
  return contact && { contact, isByCustomer }
}

/** Where an item names nobody and there is one contact beside it. */
export function withOnlyPerson(said: WebhookCall, { contacts, displayNumber }: Change): CallParties | null {
  if (said.from ?? said.from_user_id ?? said.to ?? said.to_user_id) return null
  const contact = onlyPerson(contacts, displayNumber)
  return contact && { contact, isByCustomer: isCalledByCustomer(said, displayNumber) }
}

function isCalledByCustomer({ direction, from }: WebhookCall, displayNumber: string | null): boolean {
  if (direction) return direction === 'USER_INITIATED'
  return !isSameNumber(from, displayNumber)
}
