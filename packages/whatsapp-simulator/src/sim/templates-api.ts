import { Hono } from 'hono'
import { templateStateSchema } from '../accounts/template-state.ts'
import { changeTemplate } from '../actions/change-template.ts'
import type { Simulation } from '../simulation.ts'
import { templateStateOf } from '../world/template-state.ts'
import { readBody, templateOf } from './sim-input.ts'

const changeSchema = templateStateSchema.partial().strict()

/** What Meta decides about a template: its status, and whether its messages are held. */
export function templatesApi(simulation: Simulation): Hono {
  const { accounts, store } = simulation
  const api = new Hono()

  api.get('/', (c) => {
    const items = accounts.flatMap(({ wabaId, templates }) =>
      templates.map((template) => {
        const { id, name, language } = template
        return { id, wabaId, name, language, ...templateStateOf(store.world, template) }
      }),
    )
    return c.json({ items })
  })
  api.patch('/:id', async (c) => {
    const { account, template } = templateOf(simulation, c.req.param('id'))
    const state = changeTemplate(simulation, account, template, await readBody(c, changeSchema))
    return c.json({ template: { id: template.id, ...state } })
  })
  return api
}
