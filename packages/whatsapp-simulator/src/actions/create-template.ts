import { randomInt } from 'node:crypto'
import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import { GraphError } from '../graph/graph-error.ts'
import { templateRefusal } from '../graph/template-refusal.ts'
import { isHeld, mayCreate, type TemplateLimit, withinTheHour } from '../rules/template/template-limits.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import type { World } from '../world/world.ts'
import { awaitVerdict } from './review-template.ts'

const LIMIT_REACHED = 2388019
const NAME_IS_HELD = 2388023
const EXISTS_ALREADY = 2388024
const TOO_MANY_CALLS = 80007

const IDS = { from: 340_000_000_000_000, below: 350_000_000_000_000 }

/** The ids of templates that are added: the first of `count` in a row that are free. */
export function freeTemplateIds(world: World, count: number): string[] {
  const taken = new Set(
    Object.values(world.addedTemplates).flatMap((templates) => templates.map(({ id }) => id)),
  )
  for (;;) {
    const first = randomInt(IDS.from, IDS.below - count)
    const ids = Array.from({ length: count }, (_, index) => String(first + index))
    if (!ids.some((id) => taken.has(id))) return ids
  }
}

export function templateLimit(world: World, { wabaId }: SimulatorAccount): TemplateLimit {
  return world.templateLimits[wabaId] ?? 6000
}

type New = Pick<Template, 'name' | 'language' | 'category' | 'components' | 'parameter_format'> &
  Partial<Template>

/** Adds what was sent in, and lets it be reviewed unless it is approved already. */
export function createTemplate(simulation: Simulation, { wabaId }: SimulatorAccount, draft: New): Template {
  const { store, clock } = simulation
  const { world } = store
  const at = isoNow(clock)
  const template: Template = {
    status: 'PENDING',
    rejected_reason: 'NONE',
    quality_score: { score: 'UNKNOWN' },
    created_time: at,
    last_updated_time: at,
    ...draft,
    id: freeTemplateIds(world, 1)[0]!,
  }
  world.addedTemplates[wabaId] = [...(world.addedTemplates[wabaId] ?? []), template]
  world.templateCreations[wabaId] = [
    ...withinTheHour(world.templateCreations[wabaId], clock.now()),
    clock.now(),
  ]
  store.changed({ kind: 'template', templateId: template.id })
  if (template.status === 'PENDING') awaitVerdict(simulation, template.id)
  return template
}

/** Throws what Meta answers to more templates of a name than an account can have now. */
export function checkRoom(
  { store: { world }, clock }: Simulation,
  account: SimulatorAccount,
  name: string,
  languages: string[],
): void {
  const { wabaId, templates } = account
  const now = clock.now()
  const ofName = templates.filter((template) => template.name === name)
  for (const language of languages) {
    const same = ofName.find((template) => template.language === language)
    const isGoing = same?.status === 'PENDING_DELETION'
    if (isGoing || isHeld(world.heldTemplateNames, { wabaId, name, language }, ofName.length > 0, now)) {
      const sentence = `${name} was deleted in ${language} a while ago. Try again in four weeks, or use another name.`
      throw templateRefusal(NAME_IS_HELD, sentence)
    }
    if (same) throw templateRefusal(EXISTS_ALREADY, `There is a template ${name} in ${language} already.`)
  }
  const limit = templateLimit(world, account)
  if (templates.length + languages.length > limit)
    throw templateRefusal(LIMIT_REACHED, `This account can have ${limit} templates. Delete some first.`)
  if (!mayCreate(withinTheHour(world.templateCreations[wabaId], now), languages.length)) {
    throw new GraphError(TOO_MANY_CALLS, {
      user: {
        title: 'Too many templates at once',
        message: 'An account can send in 100 templates an hour. Wait a bit and try again.',
      },
    })
  }
}
