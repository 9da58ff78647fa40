import { Believed } from './believed.ts'

interface Reading {
  come(value: string | null): Promise<void>
  fail(): Promise<void>
}

/** Readings that come when the test says so, at a time that the test sets. */
function setUp() {
  const readings: Reading[] = []
  const clock = { now: 0 }
  const believed = new Believed<string>(
    () =>
      new Promise((resolve, reject) => {
        readings.push({
          come(value) {
            resolve(value)
            return settled()
          },
          fail() {
            reject(new Error('not now'))
            return settled()
          },
        })
      }),
    () => clock.now,
  )
  /** What was answered so far: undefined where somebody still waits. */
  const ask = async (at: number) => {
    clock.now = at
    let answer: string | null | undefined
    believed.find('a').then(
      (value) => {
        answer = value
      },
      (error: Error) => {
        answer = error.message
      },
    )
    await settled()
    return answer
  }
  return { believed, readings, ask }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

async function read(value: string | null) {
  const world = setUp()
  await world.ask(0)
  await world.readings[0]!.come(value)
  return world
}

it('reads once for all who ask within half a second, also while they wait', async () => {
  const { readings, ask } = setUp()
  expect(await ask(0)).toBeUndefined()
  expect(await ask(499)).toBeUndefined()
  await readings[0]!.come('first')
  expect(await ask(499)).toBe('first')
  expect(readings).toHaveLength(1)
})

it('keeps nobody waiting where it is asked for all the time', async () => {
  const { readings, ask } = await read('first')
  expect(await ask(500)).toBe('first')
  expect(await ask(999)).toBe('first')
  expect(readings).toHaveLength(2)
  await readings[1]!.come('second')
  expect(await ask(999)).toBe('second')
  expect(await ask(1_499)).toBe('second')
  expect(readings).toHaveLength(3)
})

it.each([
  ['that was not renewed', [1_000]],
  ['whose renewal does not come', [500, 1_000]],
  ['whose renewals do not come', [500, 999, 1_000]],
])('believes nothing for longer than a second: one %s', async (_, times) => {
  const { ask } = await read('first')
  const answers: unknown[] = []
  for (const at of times) answers.push(await ask(at))
  expect(answers.pop()).toBeUndefined()
  expect(new Set(answers)).toEqual(new Set(times.length > 1 ? ['first'] : []))
})

it('goes on with what it has when a renewal fails, and tries again', async () => {
  const { readings, ask } = await read('first')
  await ask(500)
  await readings[1]!.fail()
  expect(await ask(600)).toBe('first')
  expect(readings).toHaveLength(3)
  await readings[2]!.fail()
  expect(await ask(1_000)).toBeUndefined()
  await readings[3]!.fail()
  expect(readings).toHaveLength(4)
})

it('says so when the first reading fails, and remembers nothing of it', async () => {
  const { believed, readings } = setUp()
  const waiting = believed.find('a')
  void readings[0]!.fail()
  await expect(waiting).rejects.toThrow('not now')
  expect(believed.holds('a')).toBe(false)
  void believed.find('a')
  expect(readings).toHaveLength(2)
})

it('knows what was there while it is read anew', async () => {
  const { believed, readings, ask } = await read('first')
  await ask(5_000)
  expect(believed.holds('a')).toBe(true)
  await readings[1]!.come(null)
  expect(believed.holds('a')).toBe(false)
})

it('forgets at once, also what is under way', async () => {
  const { believed, readings, ask } = await read('first')
  await ask(500)
  believed.forget()
  expect(await ask(501)).toBeUndefined()
  await readings[1]!.come('stale')
  expect(await ask(502)).toBeUndefined()
  await readings[2]!.come('new')
  expect(await ask(503)).toBe('new')
})

it('holds no more than ten thousand', () => {
  const { believed, readings } = setUp()
  for (let made = 0; made <= 10_000; made++) void believed.find(`key ${made}`)
  void believed.find('key 10000')
  expect(readings).toHaveLength(10_001)
  void believed.find('key 9999')
  expect(readings).toHaveLength(10_002)
})
