import { BodyBudget, type Leave } from './body-budget.ts'

const LIMITS = { totalBytes: 10, bytesEach: 6, requestsEach: 3, waitingEach: 2, patienceMs: 60_000 }
const stays = { signal: new AbortController().signal }

/** Enters one after the other and says who is in, in the order of their admission. */
function door(limits: Partial<typeof LIMITS> = {}) {
  const budget = new BodyBudget({ ...LIMITS, ...limits })
  const inside: string[] = []
  const leave = new Map<string, Leave>()
  const enter = (name: string, bytes: number, peer = stays) => {
    const share = name.slice(0, 1)
    const entered = (given: Leave | null) => {
      inside.push(given ? name : `${name} refused`)
      if (given) leave.set(name, given)
    }
    const given = budget.enter(share, bytes, peer)
    if (given instanceof Promise) return given.then(entered)
    return Promise.resolve(entered(given))
  }
  return { budget, inside, enter, leave: (name: string) => leave.get(name)!() }
}

const settled = () => new Promise((done) => setImmediate(done))

it('holds no more of one share than its part, while others have room', async () => {
  const { inside, enter, budget } = door()
  void enter('a1', 4)
  void enter('a2', 4)
  void enter('b1', 4)
  await settled()
  expect(inside).toEqual(['a1', 'b1'])
  expect(budget.heldBytes).toBe(8)
})

it('gives room to each share in turn, so that one that floods waits for the others and not they for it', async () => {
  const { inside, enter, leave } = door({ totalBytes: 4, bytesEach: 4, waitingEach: 9 })
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1']) void enter(name, 4)
  for (let n = 0; n < 5; n++) {
    await settled()
    leave(inside.at(-1)!)
  }
  await settled()
  expect(inside).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4'])
})

it('lets nobody overtake those of the same share', async () => {
  const { inside, enter, leave } = door()
  void enter('a1', 5)
  void enter('a2', 5)
  void enter('a3', 1)
  await settled()
  expect(inside).toEqual(['a1'])
  leave('a1')
  await settled()
  expect(inside).toEqual(['a1', 'a2', 'a3'])
})

it('counts requests too, so that many small ones are not many at once', async () => {
  const { inside, enter } = door()
  for (const name of ['a1', 'a2', 'a3', 'a4']) void enter(name, 0)
  await settled()
  expect(inside).toEqual(['a1', 'a2', 'a3'])
})

it('turns away at once whoever comes when too many wait', async () => {
  const { inside, enter } = door()
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1']) void enter(name, 5)
  await settled()
  expect(inside).toEqual(['a1', 'a4 refused', 'b1'])
})

it('turns away whoever has waited long enough, or left, and forgets them', async () => {
  const { inside, enter, leave, budget } = door({ patienceMs: 1 })
  const gone = new AbortController()
  void enter('a1', 5)
  const late = enter('a2', 5)
  const left = enter('a3', 5, { signal: gone.signal })
  gone.abort()
  await Promise.all([late, left])
  expect(inside.sort()).toEqual(['a1', 'a2 refused', 'a3 refused'])
  leave('a1')
  expect(budget.heldBytes).toBe(0)
})

it('gives what somebody else waits for when the one before gives up', async () => {
  const { inside, enter } = door({ totalBytes: 6 })
  const gone = new AbortController()
  void enter('a1', 3)
  const left = enter('b1', 6, { signal: gone.signal })
  void enter('c1', 3)
  await settled()
  expect(inside).toEqual(['a1'])
  gone.abort()
  await left
  await settled()
  expect(inside.sort()).toEqual(['a1', 'b1 refused', 'c1'])
})
