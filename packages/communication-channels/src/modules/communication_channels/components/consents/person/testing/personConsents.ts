import type { ConsentEntry, PersonConsents, PurposeConsent, Undone } from '../consent.ts'

const at = '2026-05-03T12:00:00.000Z'

/** An opt-in to marketing on a form, in May 2026, but for what `change` says. */
export const entry = (change: Partial<ConsentEntry> = {}): ConsentEntry => ({
  id: 'e1',
  seq: '1',
  purpose: 'marketing',
  kind: 'opted_in',
  source: 'form',
  occurredAt: at,
  recordedAt: at,
  confirmedAt: null,
  expiresAt: null,
  actor: null,
  language: 'en',
  textVersion: '2',
  text: 'Yes, send me offers',
  evidence: { ip: '10.1.2.3' },
  isErased: false,
  isMissing: false,
  messageId: null,
  conversationId: null,
  ...change,
})

/** A question that could not be asked, two days after, but for what `change` says. */
export const undone = (change: Partial<Undone> = {}): Undone => ({
  ...{ id: 't1', what: 'question', at: '2026-05-05T12:00:00.000Z', retryAt: null, providerKey: 'demo' },
  problem: { code: 'choose_channel', message: 'No default.', action: null },
  conversationId: null,
  ...change,
})

/** Somebody of whom nothing is known, but for what `change` says. */
export const personWith = (change: Partial<PersonConsents> = {}): PersonConsents => ({
  contactId: 'p1',
  channelType: 'chat',
  consents: [consentTo('marketing'), consentTo('utility')],
  basis: { firstWroteAt: null },
  rules: {
    doubleOptIn: false,
    stopEnds: 'marketing',
    utilityBasis: { checkout: true, form: true, wroteFirst: true },
  },
  block: null,
  events: [],
  undone: [],
  ...change,
})

export const consentTo = (
  purpose: PurposeConsent['purpose'],
  change: Partial<PurposeConsent> = {},
): PurposeConsent => ({
  purpose,
  state: 'none',
  since: null,
  source: null,
  confirmedAt: null,
  asked: null,
  ...change,
})

/** Who agreed to marketing by that entry. */
export const optedIn = (change: Partial<PersonConsents> = {}): PersonConsents =>
  personWith({
    consents: [
      consentTo('marketing', { state: 'opted_in', since: at, source: 'form' }),
      consentTo('utility'),
    ],
    events: [entry()],
    ...change,
  })
