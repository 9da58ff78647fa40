import { Hono } from 'hono'
import { z } from 'zod'
import { numberStateSchema } from '../accounts/number-state.ts'
import { changeNumber } from '../actions/change-number.ts'
import { registrationOf, setPin } from '../actions/register-number.ts'
import { reviewName } from '../actions/review-name.ts'
import type { Simulation } from '../simulation.ts'
import { listNumbers } from './overview.ts'
import { numberOf, readBody } from './sim-input.ts'

const changeSchema = numberStateSchema.partial().strict()

const reviewSchema = z.object({
  decision: z.enum(['APPROVED', 'REJECTED']),
  reason: z.string().min(1).max(200).default('NAME_FORMAT_UNACCEPTABLE'),
})

/** What Meta decides about a number: quality, throughput, limit, registration, name. */
export function numbersApi(simulation: Simulation): Hono {
  const api = new Hono()

  api.get('/', (c) => c.json({ items: listNumbers(simulation) }))
  api.patch('/:id', async (c) => {
    const owner = numberOf(simulation, c.req.param('id'))
    const state = changeNumber(simulation, owner, await readBody(c, changeSchema))
    return c.json({ number: { id: owner.number.id, ...state } })
  })
  api.post('/:id/name-review', async (c) => {
    const owner = numberOf(simulation, c.req.param('id'))
    const { decision, reason } = await readBody(c, reviewSchema)
    reviewName(simulation, owner, decision, reason)
    return c.json({ number: listNumbers(simulation).find(({ id }) => id === owner.number.id) })
  })
  api.delete('/:id/pin', (c) => {
    const owner = numberOf(simulation, c.req.param('id'))
    setPin(simulation, owner, null)
    return c.json({ isPinEnabled: registrationOf(simulation, owner.number).pin !== null })
  })
  return api
}
