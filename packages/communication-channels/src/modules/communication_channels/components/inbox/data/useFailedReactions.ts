import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type AnyAttempt, isReaction } from '../model/outbox.ts'
import { problemText } from '../model/problemText.ts'
import { keys } from './queries.ts'

/** Takes back reactions that did not go out, and says why. */
export function useFailedReactions(
  attempts: AnyAttempt[],
  providerKey: string | undefined,
  discard: (key: string) => void,
): void {
  const t = useT()
  const client = useQueryClient()
  useEffect(() => {
    if (providerKey === undefined) return
    for (const attempt of attempts) {
      if (!isReaction(attempt) || !attempt.problem) continue
      const { reason, action } = problemText(t, providerKey, attempt.problem)
      const title = t('communication_channels.inbox.composer.reaction.failed')
      flash([title, reason, action].filter(Boolean).join(' '), 'error')
      discard(attempt.key)
      // Without an answer it may have gone out all the same; then its message says so.
      if (attempt.state === 'unanswered')
        void client.invalidateQueries({ queryKey: keys.thread(attempt.conversationId) })
    }
  }, [attempts, providerKey, discard, t, client])
}
