import { createJobEngine, createModuleQueue, type JobEngine } from '@open-mercato/queue'
import { createTestHost, type TestHost } from '../testing.ts'

const modules = ['directory', 'auth'].map((id) => ({ id, from: '@open-mercato/core' }))
let test: TestHost

beforeAll(async () => {
  test = await createTestHost({ modules })
}, 60_000)
afterAll(() => test?.close())

it('keeps a job until it is done, and gives it to the worker with its attempt', async () => {
  const queue = createModuleQueue<{ name: string }>('errands')
  const id = await queue.enqueue({ name: 'milk' })
  const seen: unknown[] = []
  const result = await queue.process((job, ctx) => void seen.push([job.payload, ctx]))
  expect(result).toEqual({ processed: 1, failed: 0, lastJobId: id })
  expect(seen).toEqual([[{ name: 'milk' }, { jobId: id, attemptNumber: 1, queueName: 'errands' }]])
  expect(await queue.process(() => undefined)).toEqual({ processed: 0, failed: 0 })
})

it('does not start a delayed job early', async () => {
  const queue = createModuleQueue('later')
  await queue.enqueue({}, { delayMs: 60_000 })
  expect(await queue.process(() => undefined)).toEqual({ processed: 0, failed: 0 })
})

it('keeps a failed job for another attempt, without the words of the error', async () => {
  const queue = createModuleQueue('risky')
  const id = await queue.enqueue({})
  const result = await queue.process(() => {
    throw new TypeError('Maria wrote: hello')
  })
  expect(result).toMatchObject({ processed: 0, failed: 1 })
  const [row] = await test.host.orm.em
    .fork()
    .execute<{ state: string; output: unknown }[]>('select state, output from pgboss.job where id = ?', [id])
  expect(row?.state).toBe('retry')
  expect(JSON.stringify(row?.output)).toContain('TypeError')
  expect(JSON.stringify(row?.output)).not.toContain('Maria')
})

it('wakes a worker of the same process at once', async () => {
  const engine: JobEngine = createJobEngine({ databaseUrl: test.databaseUrl, onError: () => undefined })
  try {
    const done = new Promise<number>((resolve) => {
      void engine.work('urgent', 1, () => resolve(performance.now())).then(() => engine.enqueue('urgent', {}))
    })
    await expect(done).resolves.toEqual(expect.any(Number))
  } finally {
    await engine.close()
  }
})

it('wakes a worker of another process at once: what it polled for would come too late here', async () => {
  const onError = () => undefined
  const [web, worker] = [false, true].map((works) =>
    createJobEngine({ databaseUrl: test.databaseUrl, works, onError }),
  ) as [JobEngine, JobEngine]
  try {
    let arrived: () => void = () => undefined
    await worker.work('calls', 1, () => arrived())
    for (let call = 0; call < 100; call++) {
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve
      })
      await web.enqueue('calls', {})
      await arrival
    }
  } finally {
    await web.close()
    await worker.close()
  }
})

it('lets running jobs finish when it is to stop, takes no further one, and still hands on', async () => {
  const engine = createJobEngine({ databaseUrl: test.databaseUrl, onError: () => undefined })
  const begun = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const done: string[] = []
  try {
    await engine.work<{ name: string }>('turns', 1, async ({ payload }) => {
      begun.resolve()
      await answer.promise
      await engine.enqueue('turns', { name: 'next' })
      done.push(payload.name)
    })
    await engine.enqueue('turns', { name: 'first' })
    await begun.promise
    const stopped = engine.stopWorking(60_000)
    answer.resolve()
    await stopped
    expect(done).toEqual(['first'])
  } finally {
    await engine.close()
  }
  const left: unknown[] = []
  await createModuleQueue<{ name: string }>('turns').process((job) => void left.push(job.payload))
  expect(left).toEqual([{ name: 'next' }])
})

it('gives back what does not come to its end in time', async () => {
  const engine = createJobEngine({ databaseUrl: test.databaseUrl, onError: () => undefined })
  const begun = Promise.withResolvers<void>()
  await engine.work('endless', 1, () => {
    begun.resolve()
    return new Promise(() => undefined)
  })
  const id = await engine.enqueue('endless', {})
  await begun.promise
  await engine.stopWorking(1)
  await engine.close()
  const [row] = await test.host.orm.em
    .fork()
    .execute<{ state: string }[]>('select state from pgboss.job where id = ?', [id])
  expect(row?.state).toBe('retry')
})
