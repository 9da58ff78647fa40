import type { BusinessNumber } from '../accounts/account.ts'
import { type NumberState, usualNumberState } from '../accounts/number-state.ts'
import type { World } from './world.ts'

/** The number as it is now: the usual, what its account says of it, and what was changed since. */
export function numberStateOf(world: World, number: BusinessNumber): NumberState {
  return { ...usualNumberState, ...number.state, ...world.numberStates[number.id] }
}
