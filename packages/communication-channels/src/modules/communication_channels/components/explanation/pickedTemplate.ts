import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import { languageName } from '../../lib/policy/reason-params.ts'
import type { Message } from '../inbox/model/message.ts'

/** The template in which it goes out, its language by name; null for own words. */
export function pickedTemplate(
  { content }: Pick<Message, 'content'>,
  { now, attempts, queued }: ExplanationView,
  locale: Locale,
): { name: string; language: string } | null {
  const decisions = [now, ...attempts.map(({ decision }) => decision).reverse(), queued?.decision]
  const picked = decisions.find((decision) => decision?.template)?.template
  const template = content.type === 'template' ? content : picked
  return template ? { name: template.name, language: languageName(template.language, locale) } : null
}
