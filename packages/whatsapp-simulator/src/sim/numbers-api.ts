import { Hono } from 'hono'
import { numberStateSchema } from '../accounts/number-state.ts'
import { changeNumber } from '../actions/change-number.ts'
import type { Simulation } from '../simulation.ts'
import { numberStateOf } from '../world/number-state.ts'
import { numberOf, readBody } from './sim-input.ts'

const changeSchema = numberStateSchema.partial().strict()

/** What Meta decides about a number: quality, throughput, limit, registration, name. */
export function numbersApi(simulation: Simulation): Hono {
  const { accounts, store } = simulation
  const api = new Hono()

  api.get('/', (c) => {
    const numbers = accounts.flatMap((account) => account.numbers)
    return c.json({
      items: numbers.map((number) => ({ id: number.id, ...numberStateOf(store.world, number) })),
    })
  })
  api.patch('/:id', async (c) => {
    const owner = numberOf(simulation, c.req.param('id'))
    const state = changeNumber(simulation, owner, await readBody(c, changeSchema))
    return c.json({ number: { id: owner.number.id, ...state } })
  })
  return api
}
