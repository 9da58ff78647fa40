import type { RejectionReason } from '../../accounts/rejection-reasons.ts'
import {
  bodyText,
  buttonsOf,
  componentOf,
  type Template,
  type TemplateCategory,
  type TemplatePart,
} from '../../accounts/template.ts'
import { ABUSIVE, found, promotionalWords, SECRETS, SHORTENERS, SMALL_WORDS } from './risky-words.ts'

export type Rejection = {
  decision: 'reject'
  reason: RejectionReason
  explanation?: string | undefined
  recommendation?: string | undefined
}
/** With a category of Meta's choice, where that is not the one that was asked for. */
export type Verdict = { decision: 'approve'; category?: TemplateCategory | undefined } | Rejection

/** From so many promotional words on, a utility template is no mistake any more. */
const CLEARLY_PROMOTIONAL = 2
const FEWEST_WORDS = 2

/** A simple stand-in for Meta's review: the same template is always judged the same. */
export function judgeTemplate(template: Template): Verdict {
  if (template.category === 'AUTHENTICATION') return { decision: 'approve' }
  const text = textOf(template)
  if (found(ABUSIVE, text).length > 0) {
    return reject('ABUSIVE_CONTENT', 'The template insults whom it is sent to.', 'Take the insult out.')
  }
  const [shortener] = found(SHORTENERS, text)
  if (shortener) {
    const advice = 'Use the address of your own website, written out.'
    return reject('SCAM', `A link of ${shortener} hides where it leads.`, advice)
  }
  const [secret] = found(SECRETS, text)
  if (secret) return reject('SCAM', `The template asks for a ${secret}.`, 'Do not ask for secrets.')
  if (bodyText(template).split(/\s+/).length < FEWEST_WORDS) {
    const advice = 'Write what the message is about, so that it can be understood by itself.'
    return reject('INVALID_FORMAT', 'The purpose of the template cannot be seen.', advice)
  }
  const language = otherLanguage(template)
  if (language) {
    const explanation = `The text is written in another language (${language}) than ${template.language}.`
    return reject('TAG_CONTENT_MISMATCH', explanation, 'Choose the language that the text is written in.')
  }
  return judgeCategory(template, text)
}

function judgeCategory({ category, language }: Template, text: string): Verdict {
  const promotional = found(promotionalWords(language), text)
  if (category !== 'UTILITY' || promotional.length === 0) return { decision: 'approve' }
  if (promotional.length < CLEARLY_PROMOTIONAL) return { decision: 'approve', category: 'MARKETING' }
  const explanation = `The template promotes something: ${promotional.join(', ').replaceAll('*', '…')}.`
  return reject('INCORRECT_CATEGORY', explanation, 'Send it in as MARKETING, or take the promotion out.')
}

function reject(reason: RejectionReason, explanation: string, recommendation: string): Rejection {
  return { decision: 'reject', reason, explanation, recommendation }
}

/** Another language that the body is surely written in; null where it is its own, or cannot be told. */
function otherLanguage(template: Template): string | null {
  const own = template.language.split('_')[0]!
  if (!SMALL_WORDS[own]) return null
  const words =
    bodyText(template)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const count = (language: string) =>
    new Set(words.filter((word) => SMALL_WORDS[language]!.includes(word))).size
  if (count(own) > 0) return null
  return Object.keys(SMALL_WORDS).find((language) => language !== own && count(language) >= 3) ?? null
}

/** All that a customer would read, and where the links lead. */
function textOf(template: TemplatePart): string {
  const header = componentOf(template, 'HEADER')
  const cards = componentOf(template, 'CAROUSEL')?.cards ?? []
  return [
    header?.format === 'TEXT' ? header.text : '',
    bodyText(template),
    componentOf(template, 'FOOTER')?.text ?? '',
    componentOf(template, 'LIMITED_TIME_OFFER')?.limited_time_offer.text ?? '',
    ...buttonsOf(template).map((button) => `${button.text} ${button.type === 'URL' ? button.url : ''}`),
    ...cards.map((card) => textOf(card)),
  ].join('\n')
}
