import { chosenByChance, throwDice } from '../rules/dice.ts'
import type { MediaFault, MediaStep } from '../rules/media/media-fault.ts'
import type { Simulation } from '../simulation.ts'

/** What is to go wrong with the next file at this step, by script or by dice; null when nothing is. */
export function takeMediaFault<Step extends MediaStep>(
  simulation: Simulation,
  step: Step,
): MediaFault<Step> | null {
  return nextOfScript(simulation, step) ?? byChance(simulation, step)
}

function nextOfScript<Step extends MediaStep>({ store }: Simulation, step: Step): MediaFault<Step> | null {
  const { faults } = store.world
  const fault = faults.failNextMedia[step]?.shift()
  if (fault === undefined) return null
  store.changed({ kind: 'faults', faults })
  return fault as MediaFault<Step>
}

function byChance<Step extends MediaStep>({ store }: Simulation, step: Step): MediaFault<Step> | null {
  const { failMediaByChance: dice } = store.world.faults
  const chances: { fault: string; share: number }[] = dice[step]
  if (chances.length === 0) return null
  const thrown = throwDice(dice.seed, dice.thrown)
  dice.thrown += 1
  store.changed({ kind: 'faults', faults: store.world.faults })
  return (chosenByChance(chances, thrown)?.fault ?? null) as MediaFault<Step> | null
}
