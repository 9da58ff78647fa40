import { countField, emptyOutcome, mergeHints, type OutcomeHint } from './delivery-outcome.ts'

const outcome = (...fields: [field: string, hint: OutcomeHint][]) => {
  const counted = emptyOutcome()
  for (const [field, hint] of fields) countField(counted, field, hint)
  return counted
}

it('the hints of many deliveries are one list, the most frequent first', () =>
  expect(
    mergeHints([
      outcome(['crystal_ball', 'not_understood'], ['messages.order_v2', 'not_shown']),
      outcome(),
      outcome(['messages.order_v2', 'not_shown'], ['messages.order_v2', 'not_shown']),
      outcome(['crystal_ball', 'not_kept']),
    ]),
  ).toEqual([
    { field: 'messages.order_v2', hint: 'not_shown', times: 3 },
    { field: 'crystal_ball', hint: 'not_understood', times: 1 },
    { field: 'crystal_ball', hint: 'not_kept', times: 1 },
  ]))

it('few of them, however many there are', () => {
  const many = Array.from({ length: 500 }, (_, n) => [`field_${n}`, 'not_understood'] as const)
  expect(
    mergeHints([outcome(...many.map(([field, hint]) => [field, hint] as [string, OutcomeHint]))]),
  ).toHaveLength(10)
})

it.each(['Maria Nowak', '+48 601 234 567', '48601234567', 'a\nb', '', 'x'.repeat(101), '__proto__'])(
  'what is no name of a field is counted and not said: %j',
  (said) => {
    const shown = mergeHints([outcome([said, 'not_understood'])])
    expect(shown.map(({ field }) => field).filter((field) => field !== '(not a name)')).toEqual([])
  },
)
