import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { Ban, CircleHelp, Ellipsis, Reply, X } from 'lucide-react'
import { useRef } from 'react'
import { classNames } from '../../classNames.ts'
import type { Message } from '../model/message.ts'

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏']

type MessageMenuProps = {
  message: Message
  onReply?: (message: Message) => void
  /** An empty emoji takes the own reaction back. */
  onReact?: (message: Message, emoji: string) => void
  onCancel?: (message: Message) => void
  /** Opens why it went out, or did not. */
  onExplain?: () => void
}

/** What can be done about one message. Shown when it is pointed at or reached; always where nothing can point. */
export function MessageMenu({ message, onReply, onReact, onCancel, onExplain }: MessageMenuProps) {
  const t = useT()
  const wantsWhy = useRef(false)
  const own = message.reactions.find((one) => one.direction === 'outbound' && one.status !== 'failed')
  return (
    <Popover>
      <PopoverTrigger
        aria-label={t('communication_channels.inbox.menu.label')}
        className="relative inline-flex size-7 shrink-0 before:absolute before:-inset-2 items-center justify-center rounded-full text-muted-foreground opacity-0 hover:bg-accent hover:text-foreground focus-visible:opacity-100 group-focus-within/message:opacity-100 group-hover/message:opacity-100 data-[state=open]:opacity-100 max-md:opacity-100 [@media(hover:none)]:opacity-100"
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </PopoverTrigger>
      <PopoverContent
        aria-label={t('communication_channels.inbox.menu.label')}
        className="grid w-auto gap-1 p-1.5"
        onCloseAutoFocus={() => {
          if (!wantsWhy.current) return
          wantsWhy.current = false
          // Not while the menu is there: the sheet gives the focus back to where it was when it opened.
          onExplain?.()
        }}
      >
        {onReact ? (
          <fieldset className="flex items-center gap-0.5">
            <legend className="sr-only">{t('communication_channels.inbox.menu.react')}</legend>
            {emojis.map((emoji) => (
              <PopoverClose key={emoji} asChild>
                <button
                  type="button"
                  aria-label={t('communication_channels.inbox.menu.reactWith', { emoji })}
                  aria-pressed={own?.emoji === emoji}
                  onClick={() => onReact(message, emoji)}
                  className={classNames(
                    'flex size-9 items-center justify-center rounded-full text-xl leading-none hover:bg-accent',
                    own?.emoji === emoji && 'bg-primary-soft',
                  )}
                >
                  {emoji}
                </button>
              </PopoverClose>
            ))}
          </fieldset>
        ) : null}
        {onReply ? (
          <PopoverClose asChild>
            <Button variant="ghost" size="sm" className="justify-start" onClick={() => onReply(message)}>
              <Reply className="rtl:-scale-x-100" />
              {t('communication_channels.inbox.menu.reply')}
            </Button>
          </PopoverClose>
        ) : null}
        {onReact && own ? (
          <PopoverClose asChild>
            <Button variant="ghost" size="sm" className="justify-start" onClick={() => onReact(message, '')}>
              <X />
              {t('communication_channels.inbox.menu.takeBack')}
            </Button>
          </PopoverClose>
        ) : null}
        {onCancel ? (
          <PopoverClose asChild>
            <Button variant="ghost" size="sm" className="justify-start" onClick={() => onCancel(message)}>
              <Ban />
              {t('communication_channels.inbox.menu.cancel')}
            </Button>
          </PopoverClose>
        ) : null}
        {onExplain ? (
          <PopoverClose asChild>
            <Button
              variant="ghost"
              size="sm"
              className="justify-start"
              onClick={() => {
                wantsWhy.current = true
              }}
            >
              <CircleHelp />
              {t('communication_channels.explanation.ask')}
            </Button>
          </PopoverClose>
        ) : null}
      </PopoverContent>
    </Popover>
  )
}
