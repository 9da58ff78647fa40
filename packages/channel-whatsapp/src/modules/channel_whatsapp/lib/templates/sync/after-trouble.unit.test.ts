import { GraphError, GraphUnreachable } from '../../graph/graph-error.ts'
import { rereadAfter, waitAfter } from './after-trouble.ts'

const refused = (code: number, status = 400) => new GraphError(status, code, 'No', null)
const minutes = (failure: unknown, attempt: number, pagesRead: number) => {
  const wait = waitAfter(failure, { attempt, pagesRead })
  return wait === null ? null : wait / 60_000
}

it.each<[string, unknown, number, number, number | null]>([
  ['no answer', new GraphUnreachable('No answer', true), 1, 0, 1],
  ['no answer, again', new GraphUnreachable('No answer', true), 2, 0, 5],
  ['no answer, for the fourth time', new GraphUnreachable('No answer', true), 4, 30, 30],
  ['no answer, for the fifth time', new GraphUnreachable('No answer', true), 5, 30, null],
  ['429 of something in between', new GraphError(429, null, 'Slow down', null), 1, 0, 1],
  ['the hour’s calls are used up', refused(80007), 1, 12, 10],
  ['and at the third attempt', refused(80007), 3, 12, 15],
  ['the token ended while pages were read', refused(190, 401), 1, 12, null],
  ['the account may not be seen', refused(200, 403), 1, 0, null],
  ['a cursor that Meta forgot', refused(100), 1, 12, 1],
  ['a question that Meta does not take', refused(100), 1, 0, null],
  ['a list without an end', new Error('It does not end.'), 1, 1000, 1],
])('%s', (_, failure, attempt, pagesRead, wait) => {
  expect(minutes(failure, attempt, pagesRead)).toBe(wait)
})

it.each<[string, unknown, number, number | null]>([
  ['no answer', new GraphUnreachable('No answer', true), 1, 10],
  ['no answer, for the fourth time', new GraphUnreachable('No answer', true), 4, 30 * 60],
  ['no answer, for the fifth time', new GraphUnreachable('No answer', true), 5, null],
  ['the hour’s calls are used up', refused(80007), 1, 10 * 60],
  ['and at the fourth attempt', refused(80007), 4, 30 * 60],
  ['a question that Meta does not take', refused(100), 1, null],
])('one template: %s', (_, failure, attempt, seconds) => {
  const wait = rereadAfter(failure, attempt)
  expect(wait === null ? null : wait / 1000).toBe(seconds)
})
