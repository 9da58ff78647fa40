import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { problemText } from '../../inbox/model/problemText.ts'
import type { Undone } from './consent.ts'
import { timeText } from './consentWords.ts'

/** What did not happen and when; why, and what to do about it. */
export function useUndoneText({ what, at, retryAt, problem, providerKey }: Undone) {
  const t = useT()
  const locale = useLocale()
  const key = 'communication_channels.consents.person.undone'
  const { reason, action } = problemText(t, providerKey, problem)
  // Of some, what to do here is not what to do where somebody is about to write.
  const advice = t(`${key}.${what}.${problem.code}`, action ?? ' ').trim()
  const next = retryAt ? t(`${key}.retry`, { time: timeText(retryAt, locale) }) : null
  return {
    what: t(`${key}.${what}`, { time: timeText(at, locale) }),
    why: [reason, advice, next].filter(Boolean).join(' '),
  }
}
