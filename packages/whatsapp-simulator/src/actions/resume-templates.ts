import type { Simulation } from '../simulation.ts'
import { awaitDeletion, watchDeletions } from './delete-template.ts'
import { awaitPauseEnd } from './pause-template.ts'
import { awaitCategory } from './recategorise-template.ts'
import { resumeReview } from './review-template.ts'

/** Takes up what was to happen to templates when the simulator stopped; what is overdue happens now. */
export function resumeTemplates(simulation: Simulation): void {
  watchDeletions(simulation)
  for (const id of Object.keys(simulation.store.world.templateStates)) {
    awaitPauseEnd(simulation, id)
    awaitCategory(simulation, id)
    resumeReview(simulation, id)
    awaitDeletion(simulation, id)
  }
}
