import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { z } from 'zod'
import { errorResponse } from './errorResponse.ts'

const answer = async (error: unknown) => {
  const logged: unknown[] = []
  const response = errorResponse(error, (seen) => logged.push(seen))
  return { status: response.status, body: await response.json(), headers: response.headers, logged }
}

it('answers a typed error as it says, without a log line', async () => {
  const { status, body, logged } = await answer(new CrudHttpError(409, { error: 'Taken.', code: 'conflict' }))
  expect([status, body, logged]).toEqual([409, { error: 'Taken.', code: 'conflict' }, []])
})

it('names the fields of a bad input, by path', async () => {
  const schema = z.object({ content: z.object({ text: z.string().min(1, 'Write something.') }) })
  const { status, body } = await answer(schema.safeParse({ content: { text: '' } }).error)
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_input', fieldErrors: { 'content.text': 'Write something.' } })
})

it.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  new Error('outer', { cause: new Error('Connection terminated unexpectedly') }),
])('asks to come again when the database is away', async (error) => {
  const { status, body, headers } = await answer(error)
  expect(status).toBe(503)
  expect(body).toMatchObject({ code: 'unavailable' })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
})

it.each([
  new Error('secret detail'),
  Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
])('keeps everything else to itself', async (error) => {
  const { status, body, logged } = await answer(error)
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toMatch(/secret|file/)
  expect(logged).toEqual([error])
})
