import { useT } from '@open-mercato/shared/lib/i18n/context'
import { InjectionSpot } from '@open-mercato/ui/backend/injection/InjectionSpot'
import { useCallback, useMemo, useRef } from 'react'
import { useSayReason } from '../../explanation/useSayReason.ts'
import { useDirectSend } from '../data/useDirectSend.ts'
import { useFormDrafts } from '../data/useFormDrafts.ts'
import { useTyping } from '../data/useTyping.ts'
import { type Conversation, type ConversationPolicy, contactName } from '../model/conversation.ts'
import { mayLeave } from '../model/mayLeave.ts'
import type { Message, MessageError, SendableContent } from '../model/message.ts'
import type { SendTerms } from '../model/outbox.ts'
import { ReengagementOffer } from '../window/ReengagementOffer.tsx'
import { AttachTool } from './attach/AttachTool.tsx'
import { ComposerNotice } from './ComposerNotice.tsx'
import { limits, textLimit } from './limits.ts'
import { QuoteBar } from './quote/QuoteBar.tsx'
import { useQuoteFocus } from './quote/useQuoteFocus.ts'
import { RefusalNotice } from './RefusalNotice.tsx'
import { SendLater } from './SendLater.tsx'
import { TextField } from './TextField.tsx'
import { templatePolicy } from './templatePolicy.ts'
import { FileTray } from './tray/FileTray.tsx'
import { filesState, trayHint } from './tray/trayHint.ts'
import { useFileAnswer } from './tray/useFileAnswer.ts'
import { useRecorder } from './voice/useRecorder.ts'
import { VoicePanel } from './voice/VoicePanel.tsx'
import { WhyAllowed } from './WhyAllowed.tsx'

type ComposerProps = {
  conversation: Conversation
  policy: ConversationPolicy
  canSend: boolean
  draft: string
  onDraft: (text: string) => void
  /** Resolves once the server has answered: true where it accepted. */
  onSend: (text: string, scheduledAt?: string) => Promise<boolean>
  quote: Message | null
  onUnquote: () => void
  refusedBy: MessageError | null
  /** When the customer was last asked to write again, where that need not be done anew. */
  askedAt: string | null
  onWho: () => void
}

/** Of what may leave at any time, as a template. */
function sendLater(isDisabled: boolean, onChoose: (scheduledAt: string) => void) {
  const window = { isRequired: false, isOpen: true, expiresAt: null }
  return <SendLater window={window} isDisabled={isDisabled} onChoose={onChoose} />
}

/** Where an answer is written. What a provider can do beyond the hub's own kinds comes in through the spot of its channel. */
export function Composer(props: ComposerProps) {
  const { conversation, policy, canSend, draft, onDraft, onSend, quote, onUnquote } = props
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const { id: conversationId, channel, contact } = conversation
  const [forms, setForms] = useFormDrafts(conversationId)
  const say = useSayReason()
  const mayWrite = mayLeave(policy.freeForm)
  const tellTyping = useTyping(conversationId)
  const post = useDirectSend(conversationId, quote?.id ?? null)
  const answer = useFileAnswer({ conversationId, channelId: channel.id, quote, onSend, onUnquote })
  const { tray, items, attached, taker } = answer
  const recorder = useRecorder(answer.keepVoice)
  const focusField = () => window.setTimeout(() => field.current?.focus())
  const sendForm = useCallback(
    async (content: SendableContent, terms?: SendTerms) => {
      await post(content, terms)
      onUnquote()
    },
    [post, onUnquote],
  )
  const context = useMemo(
    () => ({
      conversationId,
      channelId: channel.id,
      providerKey: channel.providerKey,
      contact: { displayName: contact.displayName, phone: contact.phone },
      businessName: channel.displayName,
      window: { ...conversation.window, isOpen: mayWrite },
      policy: templatePolicy(policy, say),
      send: sendForm,
      sendLater,
      close: () => field.current?.focus(),
    }),
    [conversationId, channel, contact, conversation.window, policy, say, mayWrite, sendForm],
  )
  useQuoteFocus(quote?.id, field)

  if (!canSend) {
    return (
      <ComposerNotice
        reason={t('communication_channels.inbox.composer.readOnly.reason')}
        action={t('communication_channels.inbox.composer.readOnly.action')}
      />
    )
  }

  const spot = (
    <InjectionSpot spotId={`communication_channels.composer:${channel.providerKey}`} context={context} />
  )
  const files = (
    <FileTray
      tray={tray}
      items={items}
      captionedKey={taker?.key}
      providerKey={channel.providerKey}
      onSend={() => field.current?.form?.requestSubmit()}
      returnFocus={focusField}
    />
  )
  const quoteBar = quote ? (
    <QuoteBar
      quote={quote}
      contactName={contactName(conversation.contact) ?? t('communication_channels.inbox.contact.unnamed')}
      onRemove={() => {
        onUnquote()
        context.close()
      }}
    />
  ) : null
  if (!mayWrite) {
    return (
      <>
        {quoteBar}
        {files}
        <RefusalNotice
          conversation={conversation}
          policy={policy}
          refusedBy={props.refusedBy}
          onWho={props.onWho}
          instead={
            <>
              {policy.reengagement ? (
                <ReengagementOffer
                  conversationId={conversationId}
                  providerKey={channel.providerKey}
                  askedAt={props.askedAt}
                />
              ) : null}
              {spot}
            </>
          }
        />
      </>
    )
  }
  const attach = (chosen: File[]) => {
    answer.attach(chosen)
    if (chosen.length > 0) context.close()
  }
  return (
    <>
      {quoteBar}
      {files}
      {recorder.state.phase === 'idle' ? (
        <TextField
          ref={field}
          value={draft}
          onChange={onDraft}
          onTyped={tellTyping}
          onSend={answer.send}
          onEscape={quote ? onUnquote : undefined}
          onFiles={attach}
          onRecord={() => void recorder.start()}
          limit={taker ? limits.caption : textLimit}
          files={filesState(attached)}
          placeholder={t(`communication_channels.inbox.composer.placeholder${taker ? '.caption' : ''}`)}
          hint={trayHint(t, attached, draft)}
          hasLineAbove={quote !== null && items.length === 0}
          window={conversation.window}
          aside={<WhyAllowed decision={policy.freeForm} />}
          toolbar={
            <>
              <AttachTool
                drafts={forms}
                onDrafts={setForms}
                providerKey={channel.providerKey}
                window={conversation.window}
                onSend={sendForm}
                onSent={context.close}
                onFiles={attach}
                onLink={answer.attachLink}
              />
              {spot}
            </>
          }
        />
      ) : (
        <VoicePanel recorder={recorder} onSend={answer.sendVoice} onClosed={focusField} />
      )}
    </>
  )
}
