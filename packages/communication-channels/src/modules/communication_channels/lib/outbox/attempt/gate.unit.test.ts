import { type GateTime, openGate } from './gate.ts'

/** A process that is kept from its processor until `stalledUntil` notices nothing before. */
function processTime(stalledUntil = 0): GateTime {
  let at = 0
  return {
    now: () => at,
    async until(moment) {
      at = Math.max(at, moment, stalledUntil)
    },
  }
}

const none = async () => {
  throw new Error('No more are needed.')
}

async function leave(
  count: number,
  slots: number[],
  time: GateTime,
  more: (count: number) => Promise<number[]>,
) {
  const gate = openGate(slots, more, time)
  const left: { who: number; at: number }[] = []
  const passes = Array.from({ length: count }, (_, who) =>
    gate.pass().then(() => void left.push({ who, at: time.now() })),
  )
  const results = await Promise.allSettled(passes)
  return { left: left.map(({ who, at }) => [who, at]), results: results.map(({ status }) => status) }
}

it('lets one leave in each slot, in the order in which they came', async () => {
  const { left } = await leave(3, [10, 20, 30], processTime(), none)
  expect(left).toEqual([
    [0, 10],
    [1, 20],
    [2, 30],
  ])
})

it('uses no slot that was missed, keeps the order, and asks for as many as still wait', async () => {
  const asked: number[] = []
  const { left } = await leave(4, [10, 20, 30, 40], processTime(28), async (count) => {
    asked.push(count)
    return [90, 100]
  })
  expect(left).toEqual([
    [0, 30],
    [1, 40],
    [2, 90],
    [3, 100],
  ])
  expect(asked).toEqual([2])
})

it('takes a slot that was missed by no more than 5 ms', async () => {
  const { left } = await leave(2, [10, 20], processTime(15), none)
  expect(left).toEqual([
    [0, 15],
    [1, 20],
  ])
})

it('lets the next one through where no more could be had for one', async () => {
  let asked = 0
  const { results } = await leave(2, [], processTime(), async () => {
    asked += 1
    if (asked === 1) throw new Error('The database is away.')
    return [10]
  })
  expect(results).toEqual(['rejected', 'fulfilled'])
})
