import type { SimulatorAccount } from '../accounts/account.ts'
import type { TemplateOwner } from '../accounts/template-owner.ts'
import type { TemplateStatus } from '../accounts/template-state.ts'
import type { Simulation } from '../simulation.ts'
import { changeTemplate } from './change-template.ts'

/** What still waits for Meta, or goes anyway, cannot be put away. */
const CANNOT_BE_ARCHIVED: TemplateStatus[] = ['PENDING', 'IN_APPEAL', 'PENDING_DELETION', 'ARCHIVED']

export function archiveProblem({ status }: { status: TemplateStatus }): string | null {
  return CANNOT_BE_ARCHIVED.includes(status) ? `A template that is ${status} cannot be archived.` : null
}

export function archiveTemplate(simulation: Simulation, owner: TemplateOwner): void {
  changeTemplate(simulation, owner, { status: 'ARCHIVED', archivedFrom: owner.template.status })
}

/** A template comes back as what it was. */
export function unarchiveTemplate(simulation: Simulation, owner: TemplateOwner): void {
  const { archivedFrom = 'APPROVED' } = simulation.store.world.templateStates[owner.template.id] ?? {}
  changeTemplate(simulation, owner, { status: archivedFrom })
}

export type ArchiveOutcome = { done: string[]; failed: Record<string, string> }

/** Each template for itself: one that cannot be archived, or taken out again, holds up none of the others. */
export function archiveTemplates(
  simulation: Simulation,
  account: SimulatorAccount,
  act: 'archive' | 'unarchive',
  ids: string[],
): ArchiveOutcome {
  const outcome: ArchiveOutcome = { done: [], failed: {} }
  for (const id of new Set(ids)) {
    const template = account.templates.find((candidate) => candidate.id === id)
    const problem = !template ? 'There is no template with this id.' : problemOf(act, template)
    if (problem !== null) outcome.failed[id] = problem
    else {
      const owner = { account, template: template! }
      if (act === 'archive') archiveTemplate(simulation, owner)
      else unarchiveTemplate(simulation, owner)
      outcome.done.push(id)
    }
  }
  return outcome
}

function problemOf(act: 'archive' | 'unarchive', template: { status: TemplateStatus }): string | null {
  if (act === 'archive') return archiveProblem(template)
  return template.status === 'ARCHIVED' ? null : 'The template is not archived.'
}
