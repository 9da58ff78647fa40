import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import type { TemplateCourse } from '../accounts/template-record.ts'
import type { Simulation } from '../simulation.ts'

type DueTime = {
  [Key in keyof TemplateCourse]-?: NonNullable<TemplateCourse[Key]> extends number ? Key : never
}[keyof TemplateCourse]

/**
 * Does something with a template when the time has come that its record names under `key`, unless it names another one,
 * or none, by then. What waits when the simulator stops is taken up from the record.
 */
export function whenDue(
  simulation: Simulation,
  templateId: string,
  key: Exclude<DueTime, 'pauses'>,
  task: (owner: TemplateOwner) => void,
): void {
  const { accounts, store, clock, closing } = simulation
  const dueAt = store.world.templateStates[templateId]?.[key]
  if (dueAt === undefined) return
  clock.schedule(Math.max(0, dueAt - clock.now()), () => {
    if (closing.aborted || store.world.templateStates[templateId]?.[key] !== dueAt) return
    const owner = findTemplate(accounts, templateId)
    if (owner) task(owner)
  })
}
