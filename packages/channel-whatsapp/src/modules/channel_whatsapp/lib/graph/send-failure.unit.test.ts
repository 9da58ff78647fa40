import { GraphError, GraphUnreachable } from './graph-error.ts'
import { sendFailure } from './send-failure.ts'

const graph = (code: number | null, httpStatus = 400) =>
  new GraphError(httpStatus, code, `(#${code}) title`, 'details')

describe('a send that failed', () => {
  it.each([
    ['a server error at Meta', graph(131000, 500), 'unknown', undefined],
    ['Meta’s unknown error', graph(1), 'unknown', undefined],
    ['Meta overloaded', graph(131016, 503), 'unknown', undefined],
    ['an answer of 502 without a code', graph(null, 502), 'unknown', undefined],
    ['no answer after the request was sent', new GraphUnreachable('lost', true), 'unknown', undefined],
    ['an answer that cannot be read', new SyntaxError('<html>'), 'unknown', undefined],
    ['no connection at all', new GraphUnreachable('refused', false), 'not_sent', true],
    ['the throughput reached', graph(130429), 'not_sent', true],
    ['too many to one person', graph(131056), 'not_sent', true],
    ['maintenance', graph(131057, 500), 'not_sent', true],
    ['outside the window', graph(131047), 'not_sent', false],
    ['a token that ended', graph(190, 401), 'not_sent', false],
    ['an unknown template', graph(132001, 404), 'not_sent', false],
    ['a refusal without a code', graph(null, 403), 'not_sent', false],
    ['a code never seen', graph(987654), 'not_sent', false],
  ])('by %s', (_, failure, outcome, retryable) => {
    const result = sendFailure(failure)
    expect(result.outcome).toBe(outcome)
    expect('retryable' in result ? result.retryable : undefined).toBe(retryable)
  })

  it('keeps Meta’s code and words and says what to do', () => {
    expect(sendFailure(graph(131047))).toMatchObject({
      error: { code: '131047', message: 'details', action: expect.stringContaining('template') },
    })
  })
})
