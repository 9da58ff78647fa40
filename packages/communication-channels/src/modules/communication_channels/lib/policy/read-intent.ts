import type { ConnectionInput } from '../adapter/connection-input.ts'
import type { NotificationRequest, TemplateCandidate } from '../adapter/template-candidate.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { isFreeForm } from '../content/message-content.ts'
import { type Timestamp, toDate } from '../db.ts'
import { DOUBLE_OPT_IN, type NotificationIntent } from './notification-intent.ts'
import type { Purpose } from './purpose.ts'
import type { IntentFacts } from './send-facts.ts'

/** What a caller wants to send. */
export interface AskedIntent {
  content?: AskedContent | undefined
  /** Of a notification that is stored in plain words: the template that may leave in their place. */
  inPlace?: AskedContent | null | undefined
  notification?: NotificationIntent | undefined
  purpose?: Purpose | undefined
  requestedAt?: string | undefined
  /** It is the hub's own question whether somebody really agreed. */
  asksConsent?: boolean | undefined
}
type AskedContent = { type: string; name?: string; language?: string }

/**
 * An intent as the policy looks at it: with the templates as the provider has them now.
 *
 * @param request the notification that is asked for, with what the hub knows of the person
 */
export async function readIntent(
  adapter: ChannelAdapter,
  input: ConnectionInput,
  asked: AskedIntent,
  request: NotificationRequest | null,
): Promise<IntentFacts> {
  if (request) {
    const { name, languages } = request
    const candidates = (await adapter.templatesFor?.({ ...input, notification: request })) ?? []
    const hasText = asked.notification?.text !== undefined
    return { kind: 'notification', name, languages, hasText, candidates, ...basisOf(asked) }
  }
  const content = asked.inPlace ?? asked.content
  if (!content || isFreeForm(content)) return intentOf(asked, undefined)
  const { name = '', language = '' } = content
  const described = await adapter.describeTemplates?.({ ...input, templates: [{ name, language }] })
  return intentOf(asked, described?.[0])
}

/** Of one content, whose template is at hand where it is one. */
export function intentOf(
  asked: Omit<AskedIntent, 'notification'>,
  template: TemplateCandidate | undefined,
): IntentFacts {
  const { inPlace, purpose } = asked
  const content = inPlace ?? asked.content
  if (!content || isFreeForm(content))
    return { kind: 'free', purpose: purpose ?? 'service', ...basisOf(asked) }
  const { name = '', language = '' } = content
  const known = template ?? unknownTemplate(name, language)
  return inPlace
    ? { kind: 'notification', name, purpose, hasText: true, candidates: [known], ...basisOf(asked) }
    : { kind: 'template', template: known, ...basisOf(asked) }
}

/** A message that is stored, as it was asked for: whoever decides about it once more must not forget a part of that. */
export function storedIntent<Content extends AskedContent>(
  content: Content,
  stored: { purpose: Purpose | null; notification: string | null; requestedAt: Timestamp | null },
  inPlace: AskedContent | null = null,
) {
  return {
    ...{ content, inPlace },
    purpose: stored.purpose ?? undefined,
    requestedAt: toDate(stored.requestedAt)?.toISOString(),
    asksConsent: stored.notification === DOUBLE_OPT_IN,
  }
}

function basisOf({ requestedAt, asksConsent = false }: AskedIntent) {
  return { requestedAt: requestedAt === undefined ? null : new Date(requestedAt), asksConsent }
}

/** Of a provider that cannot say: the policy refuses it for that. */
function unknownTemplate(name: string, language: string): TemplateCandidate {
  return { name, language, purpose: 'marketing', state: 'missing', missing: [], content: null }
}

/** For what that is which was decided about. */
export function purposeOf(intent: IntentFacts, picked: { name: string; language: string } | null): Purpose {
  if (intent.kind === 'free') return intent.purpose
  if (intent.kind === 'template') return intent.template.purpose
  return (candidateOf(intent, picked) ?? intent.candidates[0])?.purpose ?? 'utility'
}

/** The template of a notification's that was picked. */
export function candidateOf(
  intent: IntentFacts,
  picked: { name: string; language: string } | null,
): TemplateCandidate | undefined {
  if (intent.kind !== 'notification' || !picked) return undefined
  return intent.candidates.find(({ name, language }) => name === picked.name && language === picked.language)
}
