import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ListChecks, MousePointerClick } from 'lucide-react'
import type { ReplyContent } from '../../model/message.ts'
import { Words } from './Words.tsx'

/** What the customer chose; what it was chosen from stands above it as a quote. */
export function ReplyBody({ content }: { content: ReplyContent }) {
  const t = useT()
  const Icon = content.kind === 'list' ? ListChecks : MousePointerClick
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-primary" />
      <div className="min-w-0">
        <span className="sr-only">{t(`communication_channels.inbox.reply.${content.kind}`)} </span>
        <Words className="font-medium">{content.title}</Words>
        {content.description ? (
          <Words className="text-[0.8125rem] text-muted-foreground">{content.description}</Words>
        ) : null}
      </div>
    </div>
  )
}
