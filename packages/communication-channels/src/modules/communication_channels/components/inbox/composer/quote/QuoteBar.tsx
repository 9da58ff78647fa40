import { useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { X } from 'lucide-react'
import { contentWords } from '../../model/contentWords.ts'
import type { Message } from '../../model/message.ts'

type QuoteBarProps = { quote: Message; contactName: string; onRemove: () => void }

/** What the answer below will quote. */
export function QuoteBar({ quote, contactName, onRemove }: QuoteBarProps) {
  const t = useT()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.inbox.composer.quote.${key}`, values)
  const { content, direction } = quote
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own
    <div
      role="group"
      aria-label={say('label')}
      className="flex items-center gap-2 border-t bg-card px-2 pt-2 md:px-4"
    >
      <div className="grid min-w-0 flex-1 rounded-lg border-s-4 border-primary bg-muted px-3 py-1.5 text-sm leading-snug">
        <span className="font-medium text-primary">
          {direction === 'inbound' ? <bdi>{contactName}</bdi> : say('us')}
        </span>
        <bdi className="truncate text-muted-foreground">{contentWords(t, content)}</bdi>
      </div>
      <IconButton aria-label={say('remove')} title={say('remove')} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  )
}
