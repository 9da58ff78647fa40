import { CLOSED, consent, facts, notification, stopped, template } from '../../../../testing/send-facts.ts'
import { NO_CONSENT } from '../consent/consent-state.ts'
import { decideSend } from './decide-send.ts'

describe('a notification', () => {
  const polish = template({ name: 'order_shipped', language: 'pl' })
  const english = template({ name: 'order_shipped', language: 'en' })
  it('leaves in plain words while the window is open', () => {
    const decision = decideSend(facts({ intent: notification([polish], { hasText: true }) }))
    expect(decision).toMatchObject({ outcome: 'allow', template: null })
  })
  it('leaves as its first template after that', () => {
    const decision = decideSend(
      facts({ ...CLOSED, intent: notification([polish, english], { hasText: true }) }),
    )
    expect(decision).toMatchObject({ outcome: 'use_template', template: { language: 'pl' } })
  })
  it('leaves as a template within the window too, where it has no words', () => {
    expect(decideSend(facts({ intent: notification([polish]) }))).toMatchObject({ outcome: 'use_template' })
  })
  it('leaves as the next template where the first is paused', () => {
    const paused = { ...polish, state: 'paused' as const }
    const decision = decideSend(facts({ intent: notification([paused, english]) }))
    expect(decision).toMatchObject({ outcome: 'use_template', template: { language: 'en' } })
  })
  it.each<[string, string[] | undefined, string | null]>([
    ['the one to try first', ['en_GB', 'pl'], null],
    ['another one', ['de', 'en'], 'de'],
    ['that of words that were decided about before', undefined, null],
  ])(
    'says that it leaves in another language than was to be tried first, and only then: %s',
    (_, languages, wanted) => {
      const { reasons } = decideSend(facts({ intent: notification([english], { languages }) }))
      const said = reasons.find(({ code }) => code === 'language_fallback')
      expect(said?.params ?? null).toEqual(wanted && { language: 'en', wanted })
      expect(said?.effect ?? 'permits').toBe('permits')
    },
  )
  it('does not leave where no template is for it, and says so', () => {
    const decision = decideSend(facts({ intent: notification([]) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', 'no_template_for_notification'])
  })
  it('leaves in the words that were queued for orders, also where its template is gone since', () => {
    const gone = template({ state: 'missing', purpose: 'marketing' })
    const intent = notification([gone], { hasText: true, purpose: 'utility' })
    expect(decideSend(facts({ intent })).outcome).toBe('allow')
    expect(decideSend(facts({ intent, ...CLOSED })).outcome).toBe('refuse')
  })

  it('does not leave to somebody who opted out, with whichever template', () => {
    const intent = notification([polish, english], { hasText: true })
    const decision = decideSend(facts({ intent, ...consent(stopped, NO_CONSENT) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', 'opted_out'])
  })
})
