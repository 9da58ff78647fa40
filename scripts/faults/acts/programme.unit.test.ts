import { seeded } from '../random.ts'
import { boundaryActs } from './acts.ts'
import { LONG, SHORT } from './form.ts'
import { programme } from './programme.ts'

test('the same seed does the same things in the same order, another one in another', () => {
  const orderOf = (seed: number) => programme(SHORT, seeded(seed)).map((act) => boundaryActs.indexOf(act))
  const [first, again, other] = [orderOf(7), orderOf(7), orderOf(8)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test.each([
  ['short', SHORT],
  ['long', LONG],
])('the %s form strikes at every boundary as often as it has rounds', (_, form) => {
  const acts = programme(form, seeded(1))
  for (const boundary of boundaryActs)
    expect(acts.filter((act) => act === boundary)).toHaveLength(form.rounds)
})
