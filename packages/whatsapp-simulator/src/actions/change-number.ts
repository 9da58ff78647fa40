import type { NumberOwner } from '../accounts/account.ts'
import type { NumberState } from '../accounts/number-state.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { numberChangeEvents } from '../webhooks/account-event.ts'
import { numberStateOf } from '../world/number-state.ts'

/** Changes what Meta knows of a number and tells the business, where Meta would. */
export function changeNumber(
  { store, clock, dispatcher }: Simulation,
  owner: NumberOwner,
  change: Partial<NumberState>,
): NumberState {
  const before = numberStateOf(store.world, owner.number)
  store.world.numberStates[owner.number.id] = { ...store.world.numberStates[owner.number.id], ...change }
  const after = numberStateOf(store.world, owner.number)
  store.changed({ kind: 'number', phoneNumberId: owner.number.id })
  for (const event of numberChangeEvents(owner, before, after, isoNow(clock))) dispatcher.publish(event)
  return after
}
