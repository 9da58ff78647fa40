import { tenantTurns } from './tenant-turns.ts'

it('a tenant has its share, and has it again when it is done', () => {
  const turns = tenantTurns()
  const leave = [turns.take('a'), turns.take('b'), turns.take('a')]
  expect([turns.busy(), turns.last(), turns.count()]).toEqual([['a'], 'a', 3])
  leave[0]!()
  expect([turns.busy(), turns.count()]).toEqual([[], 2])
  turns.take('b')
  expect([turns.busy(), turns.last()]).toEqual([['b'], 'b'])
})
