import { GraphError, GraphUnreachable } from './graph-error.ts'
import { managementFailure } from './management-failure.ts'

const graph = (code: number | null, httpStatus = 400) =>
  new GraphError(httpStatus, code, `(#${code}) title`, 'what Meta says')

test.each<[string, unknown, number, string, object]>([
  ['a wrong PIN', graph(133005), 422, 'pin_wrong', { fieldErrors: { pin: expect.any(String) } }],
  ['too many PINs', graph(133008), 422, 'pin_tried_too_often', { fieldErrors: { pin: expect.any(String) } }],
  [
    'a wrong code',
    graph(136024),
    422,
    'verification_code_problem',
    { fieldErrors: { code: expect.any(String) } },
  ],
  ['too many registrations', graph(133016), 422, 'registration_limit_reached', {}],
  ['a wrong parameter', graph(100), 422, 'setting_refused', { detail: 'what Meta says' }],
  ['an address that does not answer', graph(2200), 422, 'webhook_not_confirmed', {}],
  ['a token that ended', graph(190, 401), 422, 'access_token_invalid', {}],
  ['a server error', graph(null, 502), 503, 'meta_trouble', {}],
  ['no answer', new GraphUnreachable('lost', true), 503, 'graph_unreachable', {}],
])('%s is told to who asked for it', (_, failure, status, code, more) => {
  expect(managementFailure(failure)).toMatchObject({ status, body: { code, ...more } })
})

test('what is no failure of Meta’s stays what it is', () => {
  const own = new Error('ours')
  expect(managementFailure(own)).toBe(own)
})
