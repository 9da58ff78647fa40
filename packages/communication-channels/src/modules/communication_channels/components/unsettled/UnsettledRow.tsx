import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { contentWords } from '../inbox/model/contentWords.ts'
import { contactName } from '../inbox/model/conversation.ts'
import { fullTime } from '../inbox/model/times.ts'
import type { Unsettled } from './unsettled.ts'

type UnsettledRowProps = {
  item: Unsettled
  isChosen: boolean
  onToggle: (() => void) | undefined
}

/** One message in doubt: to whom, from which number, what it says, since when, and who wrote it. */
export function UnsettledRow({ item, isChosen, onToggle }: UnsettledRowProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.unsettled.${key}`, values)
  const { message, conversation, unknownSince } = item
  const { contact, channel } = conversation
  const name = contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')
  const words = contentWords(t, message.content)
  const facts = [
    say('since', { time: fullTime(unknownSince, locale) }),
    message.author?.name ?? say('byNobody'),
    say('from', { number: channel.address ?? channel.displayName }),
  ]
  return (
    <li className="flex gap-1 border-b last:border-0 has-[:checked]:bg-primary-soft/60">
      {onToggle ? (
        <label className="flex shrink-0 cursor-pointer items-start px-3 pt-4 pb-3 md:px-4">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={onToggle}
            className="size-4.5 accent-primary"
            aria-label={say('choose', { name, words })}
          />
        </label>
      ) : null}
      <div className="grid min-w-0 flex-1 gap-1 py-3 pe-4 first:ps-4">
        <a
          href={`/backend/inbox?conversation=${conversation.id}`}
          className="flex w-fit max-w-full flex-wrap gap-x-2 font-medium underline-offset-4 hover:underline"
        >
          <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
          {contact.phone && contact.phone !== name ? (
            <bdi className="font-normal text-muted-foreground tabular-nums">{contact.phone}</bdi>
          ) : null}
        </a>
        <bdi className="line-clamp-2 text-sm [overflow-wrap:anywhere]">{words}</bdi>
        <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-muted-foreground">
          {facts.map((fact) => (
            <span key={fact} className="not-last:after:ms-2 not-last:after:content-['·']">
              {fact}
            </span>
          ))}
        </p>
      </div>
    </li>
  )
}
