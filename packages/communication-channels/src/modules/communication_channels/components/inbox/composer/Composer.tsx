import { useT } from '@open-mercato/shared/lib/i18n/context'
import { InjectionSpot } from '@open-mercato/ui/backend/injection/InjectionSpot'
import { useMemo, useRef } from 'react'
import { useDirectSend } from '../data/useOutbox.ts'
import type { Conversation, ConversationPolicy } from '../model/conversation.ts'
import { problemText } from '../model/problemText.ts'
import { ComposerNotice } from './ComposerNotice.tsx'
import { TextField } from './TextField.tsx'

type ComposerProps = {
  conversation: Conversation
  policy: ConversationPolicy
  canSend: boolean
  draft: string
  onDraft: (text: string) => void
  onSend: (text: string) => void
}

/** Where an answer is written. What a provider can do beyond text comes in through the spot of its channel. */
export function Composer({ conversation, policy, canSend, draft, onDraft, onSend }: ComposerProps) {
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const send = useDirectSend(conversation.id)
  const { id: conversationId, channel, window } = conversation
  const context = useMemo(
    () => ({
      conversationId,
      channelId: channel.id,
      providerKey: channel.providerKey,
      window: { ...window, isOpen: policy.freeForm.outcome === 'allow' },
      send,
      close: () => field.current?.focus(),
    }),
    [conversationId, channel.id, channel.providerKey, window, policy.freeForm.outcome, send],
  )
  if (!canSend) {
    return (
      <ComposerNotice
        reason={t('communication_channels.inbox.composer.readOnly.reason')}
        action={t('communication_channels.inbox.composer.readOnly.action')}
      />
    )
  }

  const spot = (
    <InjectionSpot
      spotId={`communication_channels.composer:${channel.providerKey}`}
      context={context}
      disabled={policy.template.outcome !== 'allow'}
    />
  )
  if (policy.freeForm.outcome !== 'allow') {
    const { code, reason, action, outcome } = policy.freeForm
    return (
      <ComposerNotice {...problemText(t, channel.providerKey, { code, message: reason, action })}>
        {outcome === 'use_template' ? spot : null}
      </ComposerNotice>
    )
  }
  return <TextField ref={field} value={draft} onChange={onDraft} onSend={onSend} toolbar={spot} />
}
