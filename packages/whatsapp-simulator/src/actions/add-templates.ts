import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import { isoNow, type Simulation } from '../simulation.ts'
import { freeTemplateIds, templateLimit } from './create-template.ts'

/**
 * Gives an account many approved templates at once, without review, webhooks or limits on the hour: what an account that
 * is old looks like. Names that it has already are left out. Returns how many were added.
 */
export function addTemplates(
  { store, clock }: Simulation,
  account: SimulatorAccount,
  { count, namePrefix }: { count: number; namePrefix: string },
): number {
  const { world } = store
  const { wabaId, templates } = account
  const at = isoNow(clock)
  const taken = new Set(templates.map(({ name }) => name))
  const room = Math.max(0, templateLimit(world, account) - templates.length)
  const names = Array.from(
    { length: count },
    (_, index) => `${namePrefix}_${String(index + 1).padStart(4, '0')}`,
  )
    .filter((name) => !taken.has(name))
    .slice(0, room)
  const ids = freeTemplateIds(world, names.length)
  const added = names.map((name, index) => generated(ids[index]!, name, index + 1, at))
  world.addedTemplates[wabaId] = [...(world.addedTemplates[wabaId] ?? []), ...added]
  store.changed({ kind: 'template', templateId: null })
  return added.length
}

function generated(id: string, name: string, number: number, at: string): Template {
  return {
    id,
    name,
    language: 'en_US',
    status: 'APPROVED',
    category: number % 2 ? 'UTILITY' : 'MARKETING',
    parameter_format: 'POSITIONAL',
    components: [
      {
        type: 'BODY',
        text: `Hello {{1}}, this is template number ${number} of many.`,
        example: { body_text: [['Maria']] },
      },
    ],
    rejected_reason: 'NONE',
    quality_score: { score: 'GREEN' },
    created_time: at,
    last_updated_time: at,
  }
}
