import type { TemplateOwner } from '../accounts/template-owner.ts'
import { findTemplate } from '../accounts/template-owner.ts'
import type { TemplateStatus } from '../accounts/template-state.ts'
import { archiveProblem, archiveTemplate, unarchiveTemplate } from '../actions/archive-templates.ts'
import { changeTemplate } from '../actions/change-template.ts'
import { deleteTemplate } from '../actions/delete-template.ts'
import { replaceComponents } from '../actions/edit-template.ts'
import { pauseTemplate, unpauseTemplate } from '../actions/pause-template.ts'
import { announceCategory, detectCategory, recategoriseTemplate } from '../actions/recategorise-template.ts'
import { setTemplateQuality } from '../actions/set-template-quality.ts'
import { listedComponents } from '../rules/template/listed-components.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { templateTold } from '../webhooks/template-event.ts'
import { SimError } from './sim-error.ts'
import type { TemplateAct } from './template-schemas.ts'

type Acts = {
  [Act in TemplateAct['act']]: (
    simulation: Simulation,
    owner: TemplateOwner,
    given: Extract<TemplateAct, { act: Act }>,
  ) => void
}

const acts: Acts = {
  pause: inStatus(['APPROVED'], pauseTemplate),
  unpause: inStatus(['PAUSED'], unpauseTemplate),
  disable: inStatus(['APPROVED', 'PAUSED'], (simulation, owner) =>
    changeTemplate(simulation, owner, { status: 'DISABLED' }),
  ),
  reinstate: inStatus(['DISABLED'], (simulation, owner) =>
    changeTemplate(simulation, owner, { status: 'APPROVED', pauses: undefined }),
  ),
  archive: (simulation, owner) => {
    const problem = archiveProblem(owner.template)
    if (problem !== null) throw new SimError(409, 'not_in_this_status', problem)
    archiveTemplate(simulation, owner)
  },
  unarchive: inStatus(['ARCHIVED'], unarchiveTemplate),
  flag: (simulation, owner) => tell(simulation, owner, 'FLAGGED'),
  lock: (simulation, owner) => tell(simulation, owner, 'LOCKED'),
  delete: deleteTemplate,
  recategorise: (simulation, owner, { category, impending }) => {
    if (category === owner.template.category)
      throw new SimError(409, 'same_category', 'The template has this category already.')
    if (impending) announceCategory(simulation, owner, category)
    else recategoriseTemplate(simulation, owner, category)
  },
  detect_category: (simulation, owner, { category }) => detectCategory(simulation, owner, category),
  quality: (simulation, owner, { score }) => setTemplateQuality(simulation, owner, score),
  components: (simulation, owner, { components }) =>
    replaceComponents(simulation, owner, listedComponents(components, owner.template.language)),
}

/** What Meta does to a template, now. Throws 409 for what it would not do to one in this status. */
export function actOnTemplate<Act extends TemplateAct['act']>(
  simulation: Simulation,
  owner: TemplateOwner,
  given: Extract<TemplateAct, { act: Act }>,
): void {
  acts[given.act as Act](simulation, owner, given)
}

/** The template after an act; null when it is gone. */
export function stillThere({ accounts }: Simulation, { template }: TemplateOwner): TemplateOwner | null {
  return findTemplate(accounts, template.id)
}

function inStatus(allowed: TemplateStatus[], act: (simulation: Simulation, owner: TemplateOwner) => void) {
  return (simulation: Simulation, owner: TemplateOwner): void => {
    const { status } = owner.template
    if (!allowed.includes(status)) {
      const sentence = `The template is ${status}, not ${allowed.join(' or ')}.`
      throw new SimError(409, 'not_in_this_status', sentence)
    }
    act(simulation, owner)
  }
}

/** Meta warns, or locks a template against edits, without another status. */
function tell(
  { clock, dispatcher }: Simulation,
  { account, template }: TemplateOwner,
  event: 'FLAGGED' | 'LOCKED',
): void {
  const info = { title: event, description: 'The quality of the template has become low.' }
  const more = { other_info: info }
  dispatcher.publish(templateTold(account.wabaId, template, event, isoNow(clock), more))
}
