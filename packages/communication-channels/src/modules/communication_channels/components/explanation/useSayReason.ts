import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useCallback } from 'react'
import type { DecisionView } from '../../lib/policy/decision-view.ts'
import { REASON_WORDS, type SaidReason, sayReason } from '../../lib/policy/reason-words.ts'

export type ToldReason = DecisionView['reasons'][number]

/** Says a reason in the reader's language and by their clock; one that this page is too old to know as the server did. */
export function useSayReason(): (reason: ToldReason) => SaidReason {
  const t = useT()
  const locale = useLocale()
  return useCallback(
    (reason) => {
      if (!(reason.code in REASON_WORDS)) return { sentence: reason.sentence, action: reason.action }
      const { timeZone } = new Intl.DateTimeFormat(locale).resolvedOptions()
      return sayReason(reason, { t, locale, timeZone })
    },
    [t, locale],
  )
}
