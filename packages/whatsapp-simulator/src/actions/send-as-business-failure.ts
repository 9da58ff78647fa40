import type { BusinessNumber } from '../accounts/account.ts'
import { GraphError } from '../graph/graph-error.ts'
import { chosenByChance, throwDice } from '../rules/dice.ts'
import type { Simulation } from '../simulation.ts'
import { numberStateOf } from '../world/number-state.ts'

/** Throws what a send gets by script, by dice, or because its number cannot send now. */
export function refuseAsAsked(simulation: Simulation, number: BusinessNumber): void {
  const code = nextOfScript(simulation) ?? byChance(simulation)
  if (code !== null) throw new GraphError(code)
  const state = numberStateOf(simulation.store.world, number)
  if (!state.isRegistered) throw new GraphError(133010)
  if (state.isInMaintenance) throw new GraphError(131057)
}

function nextOfScript({ store }: Simulation): number | null {
  const code = store.world.faults.failNextSends.shift()
  if (code === undefined) return null
  store.changed({ kind: 'faults', faults: store.world.faults })
  return code
}

function byChance({ store }: Simulation): number | null {
  const { failByChance } = store.world.faults
  if (failByChance.chances.length === 0) return null
  const thrown = throwDice(failByChance.seed, failByChance.thrown)
  failByChance.thrown += 1
  store.changed({ kind: 'faults', faults: store.world.faults })
  return chosenByChance(failByChance.chances, thrown)?.code ?? null
}
