import type { ConnectionInput } from '../adapter/connection-input.ts'
import type { TemplateCandidate } from '../adapter/template-candidate.ts'
import type { ChannelAdapter } from '../adapter.ts'
import { isFreeForm } from '../content/message-content.ts'
import { DOUBLE_OPT_IN, type NotificationIntent } from './notification-intent.ts'
import type { Purpose } from './purpose.ts'
import type { IntentFacts } from './send-facts.ts'

/** What a caller wants to send. */
export interface AskedIntent {
  content?: { type: string; name?: string; language?: string } | undefined
  notification?: NotificationIntent | undefined
  purpose?: Purpose | undefined
  requestedAt?: string | undefined
}

/** An intent as the policy looks at it: with the templates as the provider has them now. */
export async function readIntent(
  adapter: ChannelAdapter,
  input: ConnectionInput,
  { content, notification, purpose, requestedAt }: AskedIntent,
): Promise<IntentFacts> {
  const asked = { requestedAt: requestedAt === undefined ? null : new Date(requestedAt) }
  if (notification) {
    const { name, language = null, data, text } = notification
    const candidates = await adapter.templatesFor?.({ ...input, notification: { name, language, data } })
    return {
      ...{ kind: 'notification', name, hasText: text !== undefined, candidates: candidates ?? [] },
      ...{ asksConsent: name === DOUBLE_OPT_IN, ...asked },
    }
  }
  if (!content || isFreeForm(content)) return { kind: 'free', purpose: purpose ?? 'service', ...asked }
  const { name = '', language = '' } = content
  const [template] = (await adapter.describeTemplates?.({ ...input, templates: [{ name, language }] })) ?? []
  return { kind: 'template', template: template ?? unknownTemplate(name, language), ...asked }
}

/** Of a provider that cannot say: the policy refuses it for that. */
export function unknownTemplate(name: string, language: string): TemplateCandidate {
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
