import { type TranslateFn, useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Info, Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { classNames } from '../../classNames.ts'
import type { Message, MessageContent } from '../model/message.ts'
import { clockTime, fullTime } from '../model/times.ts'

type System = Extract<MessageContent, { type: 'system' }>
type Call = Extract<MessageContent, { type: 'call' }>

/** What happened around the conversation: a line between the messages, because nobody said it. */
export function NoticeLine({ message, content }: { message: Message; content: System | Call }) {
  const t = useT()
  const locale = useLocale()
  const state = content.type === 'call' ? (message.call?.state ?? 'ringing') : null
  const isAlarming = state === 'missed'
  const Icon = content.type === 'call' ? callIcon(content, state) : Info
  return (
    <li id={`message-${message.id}`} tabIndex={-1} className="my-3 flex justify-center outline-none">
      <p
        className={classNames(
          'flex max-w-[min(34rem,92%)] items-start gap-2 rounded-2xl border px-3 py-1.5 text-[0.8125rem] leading-snug shadow-xs',
          isAlarming
            ? 'border-status-error-border bg-status-error-bg text-status-error-text'
            : 'bg-card text-muted-foreground',
        )}
      >
        <Icon aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <bdi className={classNames(isAlarming && 'font-semibold')}>
            {content.type === 'call' ? callSentence(t, message, content) : systemSentence(t, content)}
          </bdi>{' '}
          <time
            dateTime={message.sentAt}
            title={fullTime(message.sentAt, locale)}
            className="whitespace-nowrap tabular-nums"
          >
            {clockTime(message.sentAt, locale)}
          </time>
        </span>
      </p>
    </li>
  )
}

function systemSentence(t: TranslateFn, { kind, text, previous, current }: System): string {
  const key = `communication_channels.inbox.system.${kind}`
  if (kind === 'other') return text ?? t(key)
  if (kind === 'phone_changed' && previous && current) return t(`${key}.both`, { previous, current })
  if (kind === 'phone_changed' && current) return t(`${key}.current`, { current })
  return t(key)
}

function callSentence(t: TranslateFn, { call }: Message, { isByCustomer }: Call): string {
  const side = isByCustomer ? 'customer' : 'us'
  const said = t(`communication_channels.inbox.call.${side}.${call?.state ?? 'ringing'}`)
  const seconds = call?.durationSeconds
  if (!seconds) return said
  const time = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
  return `${said} · ${t('communication_channels.inbox.call.duration', { time })}`
}

function callIcon({ isByCustomer }: Call, state: string | null) {
  if (state === 'missed' || state === 'rejected') return PhoneMissed
  if (state === 'accepted') return Phone
  return isByCustomer ? PhoneIncoming : PhoneOutgoing
}
