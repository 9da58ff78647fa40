import { Hono } from 'hono'
import type { TemplateOwner } from '../accounts/template-owner.ts'
import { addTemplates } from '../actions/add-templates.ts'
import { changeTemplate } from '../actions/change-template.ts'
import { templateLimit } from '../actions/create-template.ts'
import { reviewTemplate } from '../actions/review-template.ts'
import type { Simulation } from '../simulation.ts'
import { templateStateOf } from '../world/template-state.ts'
import { SimError } from './sim-error.ts'
import { accountOf, readBody, templateOf } from './sim-input.ts'
import { actOnTemplate, stillThere } from './template-acts.ts'
import {
  bulkSchema,
  limitSchema,
  templateActSchema,
  templateChangeSchema,
  verdictSchema,
} from './template-schemas.ts'

/** What Meta decides about templates: reviews, pauses, categories, quality, and how many there may be. */
export function templatesApi(simulation: Simulation): Hono {
  const { accounts, store } = simulation
  const api = new Hono()

  api.get('/', (c) => {
    const { wabaId } = c.req.query()
    const wanted = accounts.filter((account) => wabaId === undefined || account.wabaId === wabaId)
    const items = wanted.flatMap((account) =>
      account.templates.map((template) => shown(simulation, { account, template })),
    )
    return c.json({ items })
  })
  api.post('/bulk', async (c) => {
    const { wabaId, ...wanted } = await readBody(c, bulkSchema)
    const account = accountOf(simulation, wabaId)
    const added = addTemplates(simulation, account, wanted)
    return c.json({ added, total: account.templates.length }, 201)
  })
  api.put('/limit', async (c) => {
    const { wabaId, limit } = await readBody(c, limitSchema)
    const account = accountOf(simulation, wabaId)
    store.world.templateLimits[wabaId] = limit
    store.changed({ kind: 'template', templateId: null })
    return c.json({ wabaId, limit: templateLimit(store.world, account) })
  })
  api.patch('/:id', async (c) => {
    const owner = templateOf(simulation, c.req.param('id'))
    const state = changeTemplate(simulation, owner, await readBody(c, templateChangeSchema))
    return c.json({ template: { id: owner.template.id, ...state } })
  })
  api.post('/:id/review', async (c) => {
    const owner = templateOf(simulation, c.req.param('id'))
    const verdict = await readBody(c, verdictSchema)
    const { status } = owner.template
    if (status !== 'PENDING' && status !== 'IN_APPEAL')
      throw new SimError(409, 'not_in_review', `The template is ${status}; nobody looks at it.`)
    reviewTemplate(simulation, owner, verdict)
    return c.json({ template: after(simulation, owner) })
  })
  api.post('/:id/acts', async (c) => {
    const owner = templateOf(simulation, c.req.param('id'))
    actOnTemplate(simulation, owner, await readBody(c, templateActSchema))
    return c.json({ template: after(simulation, owner) })
  })
  return api
}

function after(simulation: Simulation, owner: TemplateOwner) {
  const now = stillThere(simulation, owner)
  return now && shown(simulation, now)
}

function shown({ store }: Simulation, { account, template }: TemplateOwner) {
  const record = store.world.templateStates[template.id]
  return {
    id: template.id,
    wabaId: account.wabaId,
    name: template.name,
    language: template.language,
    category: template.category,
    parameterFormat: template.parameter_format,
    ...templateStateOf(store.world, template),
    quality: template.quality_score.score,
    rejectedReason: template.rejected_reason === 'NONE' ? null : template.rejected_reason,
    components: template.components,
    correctCategory: template.correct_category ?? null,
    categoryChangesAt: isoOf(record?.categoryChangesAt),
    pauses: record?.pauses ?? 0,
    pausedUntil: isoOf(record?.pausedUntil),
    reviewDueAt: isoOf(record?.reviewDueAt),
    createdAt: template.created_time ?? null,
    library: template.library_template_name ?? null,
    ttlSeconds: template.message_send_ttl_seconds ?? null,
  }
}

function isoOf(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString()
}
