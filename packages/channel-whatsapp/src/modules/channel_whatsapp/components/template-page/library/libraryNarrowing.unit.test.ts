import { narrowed, narrowingChoices } from './libraryNarrowing.ts'

const template = (id: string, topic: string | null, usecase: string | null) => ({
  ...{ id, name: id, language: 'en_US', category: 'UTILITY', topic, usecase },
  ...{ header: null, body: '', parameters: [], buttons: [] },
})
const shipped = template('shipped', 'ORDER_MANAGEMENT', 'SHIPMENT_CONFIRMATION')
const late = template('late', 'ORDER_MANAGEMENT', 'ORDER_DELAY')
const paid = template('paid', 'PAYMENTS', 'PAYMENT_CONFIRMATION')
const all = [shipped, late, paid, template('plain', null, null)]

test.each([
  [{ topic: null, usecase: null }, ['shipped', 'late', 'paid', 'plain'], 3],
  [{ topic: 'ORDER_MANAGEMENT', usecase: null }, ['shipped', 'late'], 2],
  [{ topic: 'ORDER_MANAGEMENT', usecase: 'ORDER_DELAY' }, ['late'], 2],
  [{ topic: null, usecase: 'PAYMENT_CONFIRMATION' }, ['paid'], 3],
])('%j leaves %j, of %i use cases', (narrowing, left, usecases) => {
  expect(narrowed(all, narrowing).map(({ id }) => id)).toEqual(left)
  const choices = narrowingChoices(all, narrowing)
  expect(choices.topics).toEqual(expect.arrayContaining(['ORDER_MANAGEMENT', 'PAYMENTS']))
  expect(choices.usecases).toHaveLength(usecases)
})

test('what is chosen can be seen and taken back where a search finds nothing of it', () => {
  const choices = narrowingChoices([], { topic: 'PAYMENTS', usecase: 'PAYMENT_CONFIRMATION' })
  expect(choices).toEqual({ topics: ['PAYMENTS'], usecases: ['PAYMENT_CONFIRMATION'] })
})
