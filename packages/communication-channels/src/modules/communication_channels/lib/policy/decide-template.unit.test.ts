import {
  agreed,
  asks,
  at,
  CLOSED,
  channel,
  chosen,
  code,
  confirmed,
  consent,
  expectRows,
  facts,
  HOUR,
  MINUTE,
  marketing,
  NEVER,
  now,
  person,
  rules,
  stopped,
  template,
} from '../../../../testing/send-facts.ts'
import type { TemplateState } from '../adapter/template-candidate.ts'
import { NO_CONSENT } from '../consent/consent-state.ts'
import { decideSend } from './decide-send.ts'
import type { SendFacts } from './send-facts.ts'

describe('a template about an order', () => {
  const utility = { intent: chosen(), ...CLOSED }
  const silent = { ...utility, ...NEVER }
  expectRows([
    ['to somebody who wrote once', utility, 'allow', 'wrote_first'],
    ['to somebody of whom nothing is known', silent, 'refuse', 'no_basis'],
    ['who agreed on a form', { ...silent, ...consent(agreed, NO_CONSENT) }, 'allow', 'consent_given'],
    [
      'who agreed on a form, where forms do not count',
      {
        ...silent,
        ...consent(agreed, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: true, form: false, wroteFirst: true } }),
      },
      'refuse',
      'basis_not_accepted',
    ],
    [
      'who agreed at the checkout, where checkouts do not count',
      {
        ...silent,
        ...consent({ ...agreed, source: 'checkout' }, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: false, form: true, wroteFirst: true } }),
      },
      'refuse',
      'basis_not_accepted',
    ],
    [
      'who agreed on a form that does not count, and wrote',
      {
        ...utility,
        ...consent(agreed, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: true, form: false, wroteFirst: true } }),
      },
      'allow',
      'wrote_first',
    ],
    [
      'who agreed to staff, where nothing else counts',
      {
        ...silent,
        ...consent({ ...agreed, source: 'staff' }, NO_CONSENT),
        ...rules({ utilityBasis: { checkout: false, form: false, wroteFirst: false } }),
      },
      'allow',
      'consent_given',
    ],
    [
      'who only wrote, where that does not count',
      { ...utility, ...rules({ utilityBasis: { checkout: true, form: true, wroteFirst: false } }) },
      'refuse',
      'no_basis',
    ],
    ['who wants none', { ...utility, ...consent(stopped, NO_CONSENT) }, 'refuse', 'opted_out'],
    ['who wants no marketing', { ...utility, ...consent(NO_CONSENT, stopped) }, 'allow', 'wrote_first'],
    [
      'where there are no templates',
      { ...utility, ...channel({ hasTemplates: false }) },
      'refuse',
      'templates_unknown',
    ],
    [
      'whose data is incomplete',
      { ...utility, intent: chosen({ missing: ['order'] }) },
      'refuse',
      'template_data_missing',
    ],
  ])

  it.each<[TemplateState, string]>([
    ['missing', 'template_missing'],
    ['in_review', 'template_in_review'],
    ['rejected', 'template_rejected'],
    ['paused', 'template_paused'],
    ['disabled', 'template_disabled'],
    ['unsupported', 'template_unsupported'],
  ])('that is %s', (templateState, expected) => {
    const decision = decideSend(facts({ intent: chosen({ state: templateState }) }))
    expect([decision.outcome, decision.reasons[0]?.code]).toEqual(['refuse', expected])
  })
})

describe('marketing', () => {
  const offer = { intent: { kind: 'template' as const, template: marketing } }
  expectRows([
    ['to somebody who wrote and never agreed', offer, 'refuse', 'no_consent'],
    ['to somebody who agreed', { ...offer, ...consent(NO_CONSENT, agreed) }, 'allow', 'consent_given'],
    [
      'to somebody who agreed, where they have to confirm',
      { ...offer, ...consent(NO_CONSENT, agreed), ...rules({ doubleOptIn: true }) },
      'refuse',
      'not_confirmed',
    ],
    [
      'to somebody who confirmed',
      { ...offer, ...consent(NO_CONSENT, confirmed), ...rules({ doubleOptIn: true }) },
      'allow',
      'consent_confirmed',
    ],
    ['to somebody who opted out', { ...offer, ...consent(agreed, stopped) }, 'refuse', 'opted_out'],
    [
      'where the provider delivers none',
      { ...offer, ...consent(NO_CONSENT, agreed), ...person({ barredRegion: 'US' }) },
      'refuse',
      'marketing_barred_in_region',
    ],
    [
      'about an order where the provider delivers no marketing',
      { intent: chosen(), ...person({ barredRegion: 'US' }) },
      'allow',
      'wrote_first',
    ],
  ])
})

describe('the question whether somebody really agreed', () => {
  const question = { intent: asks(template({ name: 'double_opt_in' })), ...NEVER }
  expectRows([
    ['after they agreed', { ...question, ...consent(NO_CONSENT, agreed) }, 'allow', 'asks_for_consent'],
    [
      'after they confirmed',
      { ...question, ...consent(NO_CONSENT, confirmed) },
      'refuse',
      'nothing_to_confirm',
    ],
    ['to somebody who never agreed', question, 'refuse', 'nothing_to_confirm'],
    [
      'after they opted out',
      { ...question, ...consent(NO_CONSENT, stopped) },
      'refuse',
      'nothing_to_confirm',
    ],
    [
      'to somebody who wants no messages at all',
      { ...question, ...consent(stopped, agreed) },
      'refuse',
      'opted_out',
    ],
  ])
})

describe('a code', () => {
  const asked = (requestedAt: Date | null): Partial<SendFacts> => ({
    intent: { kind: 'template', template: code, requestedAt },
    ...NEVER,
  })
  expectRows([
    ['that was asked for this moment', asked(now), 'allow', 'requested'],
    ['that was asked for ten minutes ago', asked(at(-10 * MINUTE)), 'allow', 'requested'],
    ['that was asked for longer ago', asked(at(-10 * MINUTE - 1)), 'refuse', 'request_too_old'],
    ['that nobody asked for', asked(null), 'refuse', 'not_requested'],
    ['that will be asked for', asked(at(HOUR)), 'refuse', 'not_requested'],
    ['that was asked for by a clock that is ahead', asked(at(MINUTE)), 'allow', 'requested'],
    [
      'that somebody asked for who wants nothing else',
      { ...asked(now), ...consent(stopped, stopped) },
      'allow',
      'requested',
    ],
  ])
})
