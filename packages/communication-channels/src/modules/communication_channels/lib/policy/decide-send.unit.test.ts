import {
  at,
  channel,
  consent,
  facts,
  HOUR,
  marketing,
  person,
  stopped,
} from '../../../../testing/send-facts.ts'
import { NO_CONSENT } from '../consent/consent-state.ts'
import { decideSend } from './decide-send.ts'

it('tells all that stands against a message, and not one thing after the other', () => {
  const decision = decideSend(
    facts({
      ...channel({ isEnabled: false }),
      ...person({ blockedAt: at(-HOUR) }),
      ...consent(NO_CONSENT, stopped),
      intent: { kind: 'template', template: { ...marketing, state: 'paused' } },
    }),
  )
  const objections = decision.reasons.filter(({ effect }) => effect === 'objects')
  expect(objections.map(({ code }) => code)).toEqual([
    'channel_disabled',
    'person_blocked',
    'opted_out',
    'template_paused',
  ])
})
