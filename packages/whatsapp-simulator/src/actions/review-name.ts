import type { NumberOwner } from '../accounts/account.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { nameReviewEvent } from '../webhooks/account-event.ts'
import { numberStateOf } from '../world/number-state.ts'

/** Asks for another display name. Meta looks at it before customers see it. */
export function requestName({ store }: Simulation, { number }: NumberOwner, name: string): void {
  store.world.requestedNames[number.id] = { name, status: 'PENDING_REVIEW' }
  store.changed({ kind: 'number', phoneNumberId: number.id })
}

/**
 * Meta's word on the name that was asked for, or on the number's first one. The business is told; an approved name is
 * what customers see from now on.
 */
export function reviewName(
  { store, clock, dispatcher }: Simulation,
  owner: NumberOwner,
  decision: 'APPROVED' | 'REJECTED',
  reason: string,
): void {
  const { world } = store
  const { id, verifiedName } = owner.number
  const requested = world.requestedNames[id]
  const name = requested?.name ?? verifiedName
  const nameStatus = decision === 'APPROVED' ? 'APPROVED' : 'DECLINED'
  if (requested) world.requestedNames[id] = { name, status: nameStatus }
  if (decision === 'APPROVED') world.approvedNames[id] = name
  // A declined second name leaves the first one as it was.
  const isFirst = !requested || numberStateOf(world, owner.number).nameStatus === 'PENDING_REVIEW'
  if (isFirst || decision === 'APPROVED') world.numberStates[id] = { ...world.numberStates[id], nameStatus }
  store.changed({ kind: 'subscriptions' })
  dispatcher.publish(
    nameReviewEvent(
      owner,
      { decision, name, reason: decision === 'REJECTED' ? reason : null },
      isoNow(clock),
    ),
  )
}
