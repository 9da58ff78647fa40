import { GraphError, GraphUnreachable, readGraphError } from './graph-error.ts'
import { isPassing, needsReauthorisation, sendFailure } from './send-failure.ts'

const graph = (code: number | null, httpStatus = 400) =>
  new GraphError(httpStatus, code, `(#${code}) title`, 'details')

describe('a send that failed', () => {
  it.each([
    ['a server error at Meta', graph(131000, 500), 'unknown', 'meta_trouble', undefined],
    ['Meta’s unknown error', graph(1), 'unknown', 'meta_trouble', undefined],
    ['Meta overloaded', graph(131016, 503), 'unknown', 'meta_trouble', undefined],
    ['an answer of 502 without a code', graph(null, 502), 'unknown', 'meta_trouble', undefined],
    ['an answer of 408 without a code', graph(null, 408), 'unknown', 'meta_trouble', undefined],
    [
      'no answer after the request was sent',
      new GraphUnreachable('lost', true),
      'unknown',
      'graph_unreachable',
      undefined,
    ],
    ['an answer that cannot be read', new SyntaxError('<html>'), 'unknown', 'answer_unreadable', undefined],
    ['no connection at all', new GraphUnreachable('refused', false), 'not_sent', 'graph_unreachable', true],
    ['the throughput reached', graph(130429), 'not_sent', 'rate_limited', true],
    ['429 without a code', graph(null, 429), 'not_sent', 'rate_limited', true],
    ['too many to one person', graph(131056), 'not_sent', 'pair_rate_limited', true],
    ['maintenance', graph(131057, 500), 'not_sent', 'account_in_maintenance', true],
    ['outside the window', graph(131047), 'not_sent', 'window_closed_at_provider', false],
    ['a token that ended', graph(190, 401), 'not_sent', 'access_token_invalid', false],
    ['an unknown template', graph(132001, 404), 'not_sent', 'template_unavailable', false],
    ['a refusal without a code', graph(null, 403), 'not_sent', 'refused_by_meta', false],
    ['a code never seen', graph(987654), 'not_sent', 'refused_by_meta', false],
    ['a code never seen, with 500', graph(987654, 500), 'unknown', 'meta_trouble', undefined],
  ])('by %s', (_, failure, outcome, code, retryable) => {
    const result = sendFailure(failure)
    expect(result).toMatchObject({ outcome, error: { code } })
    expect('retryable' in result ? result.retryable : undefined).toBe(retryable)
  })

  it.each([
    [190, 'account'],
    [10, 'account'],
    [250, 'account'],
    [131005, 'account'],
    [133010, 'account'],
    [368, 'account'],
    [131031, 'account'],
    [131042, 'account'],
    [131048, 'account'],
    [4, 'rate'],
    [80007, 'rate'],
    [130429, 'rate'],
    [131057, 'provider'],
    [100, 'form'],
    [131008, 'form'],
    [131009, 'form'],
    [131051, 'form'],
    [131053, 'form'],
    [131056, 'message'],
    [131026, 'message'],
    [131047, 'message'],
    [132000, 'message'],
    [987654, 'message'],
  ])('code %d is blamed on the %s', (code, blame) => {
    expect(sendFailure(graph(code))).toMatchObject({ outcome: 'not_sent', blame })
  })

  it.each([
    ['429 without a code', graph(null, 429), 'rate'],
    ['403 without a code', graph(null, 403), 'account'],
    ['400 without a code', graph(null, 400), 'message'],
    ['no connection', new GraphUnreachable('refused', false), 'provider'],
  ])('%s is blamed on the %p', (_, failure, blame) => {
    expect(sendFailure(failure)).toMatchObject({ outcome: 'not_sent', blame })
  })

  it('keeps Meta’s code and words beside ours and says what to do', () => {
    expect(sendFailure(graph(131047)).error).toEqual({
      code: 'window_closed_at_provider',
      providerCode: '131047',
      message:
        'By our clock there was still time to answer, but Meta counts more than 24 hours since the customer last wrote.',
      action: expect.stringContaining('template'),
      detail: 'details',
      resend: null,
    })
  })

  it('waits longer for the same person with every attempt', () => {
    const waits = [1, 2, 3].map((attempt) => sendFailure(graph(131056), attempt))
    expect(waits).toMatchObject([{ retryAfterMs: 4_000 }, { retryAfterMs: 16_000 }, { retryAfterMs: 64_000 }])
  })

  it('holds back a person too where Meta chose not to deliver', () => {
    const now = new Date('2026-11-21T10:00:00Z')
    expect(sendFailure(graph(131049), 1, now)).toMatchObject({
      retryable: false,
      error: { resend: '2026-11-22T10:00:00.000Z' },
    })
    expect(sendFailure(graph(131050), 1, now)).toMatchObject({ retryable: false, error: { resend: 'never' } })
  })

  it('ends the consent to marketing where the person told Meta to stop it, and only there', () => {
    expect(sendFailure(graph(131050)).error.endsConsent).toBe('marketing')
    expect(sendFailure(graph(131049)).error).not.toHaveProperty('endsConsent')
  })
})

describe('an answer of Graph', () => {
  const read = (error: object, httpStatus = 400) => sendFailure(readGraphError(httpStatus, { error }))

  it.each([
    ['details of another kind', { error_data: '{}' }],
    ['no details', { error_data: null }],
    ['empty details', { error_data: { details: null } }],
    ['no subcode', { error_subcode: null }],
    ['no message', { message: undefined }],
  ])('with %s keeps its code', (_, more) => {
    expect(read({ message: 'm', code: 130429, ...more })).toMatchObject({
      outcome: 'not_sent',
      retryable: true,
      error: { code: 'rate_limited' },
    })
  })

  it('that Meta calls transient is tried again, whatever its code', () => {
    expect(read({ message: 'm', code: 987654, is_transient: true })).toMatchObject({ retryable: true })
  })

  it('that names a file Meta does not have is told apart, so that the file can be handed over anew', () => {
    const gone = "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID"
    expect(read({ message: gone, code: 100 })).toMatchObject({
      outcome: 'not_sent',
      retryable: false,
      error: { code: 'media_gone', providerCode: '100', resend: null },
    })
    expect(read({ message: '(#100) Invalid parameter', code: 100 })).toMatchObject({
      error: { code: 'message_invalid' },
    })
  })

  it('about a number that is gone is not taken for a wrong message', () => {
    const gone = { message: 'Unsupported post request.', code: 100, error_subcode: 33 }
    expect(read(gone)).toMatchObject({ error: { code: 'sender_gone', resend: null } })
    expect(read({ ...gone, error_subcode: 1 })).toMatchObject({ error: { code: 'message_invalid' } })
  })
})

describe('the need for a new access token', () => {
  it.each([
    [graph(0, 401), true],
    [graph(190, 401), true],
    [graph(10, 403), false],
    [graph(null, 401), false],
    [new GraphUnreachable('lost', true), false],
  ])('after %p: %p', (failure, needed) => expect(needsReauthorisation(failure)).toBe(needed))
})

describe('whether asking again later may help, with nothing changed', () => {
  it.each([
    [new GraphUnreachable('lost', true), true],
    [graph(4, 400), true],
    [graph(80007, 400), true],
    [graph(131000, 500), true],
    [graph(null, 502), true],
    [graph(null, 429), true],
    [graph(190, 401), false],
    [graph(10, 403), false],
    [graph(100, 400), false],
    [new Error('of ours'), false],
  ])('after %p: %p', (failure, passing) => expect(isPassing(failure)).toBe(passing))
})
