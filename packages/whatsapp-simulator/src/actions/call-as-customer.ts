import { randomBytes } from 'node:crypto'
import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { unixSeconds } from '../webhooks/contact-payload.ts'
import { listedEvent } from '../webhooks/listed-event.ts'
import { type Customer, waId } from '../world/customer.ts'
import { userIdIn } from '../world/user-id.ts'
import { isBlockedBy } from './block-users.ts'
import { openWindow } from './send-as-customer.ts'

export type CustomerCall = {
  /** ringing: it only begins; answered and missed: it is over as well, or only that when `callId` names one that rang. */
  outcome: 'ringing' | 'answered' | 'missed'
  seconds: number
  callId?: string | undefined
}

const SDP = 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n'

/**
 * A customer calls the business, unless it blocked them. Answered or not, the business may write for a day from then on.
 * Returns the call's id.
 */
export function callAsCustomer(
  simulation: Simulation,
  owner: NumberOwner,
  customer: Customer,
  call: CustomerCall,
): string {
  const now = isoNow(simulation.clock)
  const id = call.callId ?? `wacid.${randomBytes(24).toString('base64url')}`
  const phone = waId(customer)
  const common = {
    id,
    ...(phone ? { from: phone } : {}),
    from_user_id: userIdIn(owner.account.portfolio, customer),
    to: digitsOf(owner.number.displayPhoneNumber),
    direction: 'USER_INITIATED',
    timestamp: unixSeconds(now),
  }
  const tell = (item: Record<string, unknown>) =>
    simulation.dispatcher.publish(listedEvent(owner, 'calls', customer, { ...common, ...item }))
  if (isBlockedBy(owner, customer)) return id
  openWindow(simulation, owner.number.id, customer, now)
  if (!call.callId) tell({ event: 'connect', session: { sdp_type: 'offer', sdp: SDP } })
  if (call.outcome === 'missed') tell({ event: 'terminate', status: 'FAILED' })
  if (call.outcome === 'answered') {
    const startedAt = new Date(simulation.clock.now() - call.seconds * 1000).toISOString()
    tell({
      event: 'terminate',
      status: 'COMPLETED',
      start_time: unixSeconds(startedAt),
      end_time: unixSeconds(now),
      duration: call.seconds,
    })
  }
  return id
}
