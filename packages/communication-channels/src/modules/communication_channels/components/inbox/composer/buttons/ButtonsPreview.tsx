import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Reply } from 'lucide-react'
import { Gap } from '../attach/Gap.tsx'
import { PreviewBubble } from '../attach/PreviewBubble.tsx'
import { PreviewWords } from '../attach/PreviewWords.tsx'
import type { ButtonsDraft } from './buttonsDraft.ts'

export function ButtonsPreview({ draft }: { draft: ButtonsDraft }) {
  const t = useT()
  return (
    <PreviewBubble
      below={draft.buttons.map((button, index) => (
        <p
          key={button.id}
          className="flex min-w-0 items-center justify-center gap-1.5 border-t border-primary/15 px-3 py-2 text-sm font-medium text-primary"
        >
          <Reply aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
          <bdi className="truncate">
            {button.title.trim() || (
              <Gap>{t('communication_channels.inbox.composer.buttons.numbered', { number: index + 1 })}</Gap>
            )}
          </bdi>
        </p>
      ))}
    >
      <PreviewWords {...draft} />
    </PreviewBubble>
  )
}
