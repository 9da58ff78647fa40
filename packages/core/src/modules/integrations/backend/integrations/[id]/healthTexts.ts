import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import type { HealthCheckAnswer } from './integrationDetail.ts'

/**
 * What the integration says about itself, in the reader's language where it brings the words: `<id>.health.<code>` for
 * the sentence that `details.sentence` names and fills in.
 */
export function healthSentence(t: TranslateFn, id: string, answer: HealthCheckAnswer): string | null {
  const { message = null, details } = answer
  const sentence = details?.sentence
  if (typeof sentence !== 'object' || sentence === null || !('code' in sentence)) return message
  return t(`${id}.health.${sentence.code}`, message ?? '', shortValues(sentence)) || message
}

/** The integration's further facts: `<id>.health.fact.<name>`, and `<id>.health.value.<name>.<value>` for words of it. */
export function healthFacts(
  t: TranslateFn,
  id: string,
  details: Record<string, unknown>,
): { name: string; label: string; value: string }[] {
  const { sentence: _, ...facts } = details
  return Object.entries(facts).map(([name, value]) => ({
    name,
    label: t(`${id}.health.fact.${name}`, name),
    value: typeof value === 'string' ? t(`${id}.health.value.${name}.${value}`, value) : inWords(value),
  }))
}

function shortValues(sentence: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(sentence).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
}

function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : String(value)
}
