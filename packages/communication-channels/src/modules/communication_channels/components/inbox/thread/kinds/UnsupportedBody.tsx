import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FileQuestion } from 'lucide-react'
import type { UnsupportedContent } from '../../model/message.ts'
import { Words } from './Words.tsx'

export function UnsupportedBody({ content }: { content: UnsupportedContent }) {
  const t = useT()
  const kind = t(`communication_channels.inbox.kind.${content.kind}`, content.kind)
  return (
    <>
      <p className="flex items-start gap-2 text-sm text-muted-foreground">
        <FileQuestion aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="[overflow-wrap:anywhere]">
          <span className="font-medium text-foreground">
            {t('communication_channels.inbox.unsupported.title', { kind })}
          </span>
          <br />
          {content.reason ?? t('communication_channels.inbox.unsupported.kept')}
        </span>
      </p>
      {content.text ? <Words className="mt-1.5">{content.text}</Words> : null}
    </>
  )
}
