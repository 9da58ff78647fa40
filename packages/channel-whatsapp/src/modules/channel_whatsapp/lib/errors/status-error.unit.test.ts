import { statusError } from './status-error.ts'

const occurredAt = new Date('2026-11-21T10:00:00Z')

describe('an error reported by webhook', () => {
  it('gets our name and words, and keeps Meta’s code and sentence beside them', () => {
    const error = { code: 131026, title: 'Message undeliverable', error_data: { details: '+48 601 …' } }
    expect(statusError(error, occurredAt)).toEqual({
      code: 'recipient_unreachable',
      providerCode: '131026',
      message: expect.stringContaining('could not deliver'),
      action: expect.stringContaining('another way'),
      detail: '+48 601 …',
      resend: null,
    })
  })

  it('counts the wait from when Meta gave up', () => {
    expect(statusError({ code: 131049 }, occurredAt).resend).toBe('2026-11-22T10:00:00.000Z')
    expect(statusError({ code: 131050 }, occurredAt).resend).toBe('never')
  })

  it('ends the consent to marketing where the person told Meta to stop it, and only there', () => {
    expect(statusError({ code: 131050 }, occurredAt).endsConsent).toBe('marketing')
    for (const code of [131049, 131026, 130472, 131047, 5]) {
      expect(statusError({ code }, occurredAt)).not.toHaveProperty('endsConsent')
    }
  })

  it.each([
    [{ code: 5, title: 'title', message: 'message', error_data: { details: 'details' } }, 'details'],
    [{ code: 5, title: 'title', message: 'message', error_data: {} }, 'message'],
    [{ code: 5, title: 'title' }, 'title'],
    [{ code: 5 }, null],
  ])('takes the most precise of Meta’s sentences from %j', (error, detail) => {
    expect(statusError(error, occurredAt)).toMatchObject({ code: 'refused_by_meta', detail })
  })
})
