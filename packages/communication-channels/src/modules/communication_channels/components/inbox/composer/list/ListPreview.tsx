import { useT } from '@open-mercato/shared/lib/i18n/context'
import { List } from 'lucide-react'
import { Gap } from '../attach/Gap.tsx'
import { PreviewBubble } from '../attach/PreviewBubble.tsx'
import { PreviewWords } from '../attach/PreviewWords.tsx'
import type { ListDraft } from './listDraft.ts'

/** The message, and below it what opens when its button is tapped. */
export function ListPreview({ draft }: { draft: ListDraft }) {
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.composer.list.${key}`, values)
  return (
    <div className="grid w-full max-w-72 gap-2">
      <PreviewBubble
        below={
          <p className="flex min-w-0 items-center justify-center gap-1.5 border-t border-primary/15 px-3 py-2 text-sm font-medium text-primary">
            <List aria-hidden="true" className="size-4 shrink-0" />
            <bdi className="truncate">{draft.label.trim() || <Gap>{say('label')}</Gap>}</bdi>
          </p>
        }
      >
        <PreviewWords {...draft} />
      </PreviewBubble>
      <div className="grid gap-3 rounded-xl border bg-card px-3 py-2.5 shadow-xs">
        {draft.sections.map((section) => (
          <div key={section.id} className="grid gap-1.5">
            {section.title.trim() ? (
              <p
                dir="auto"
                className="text-start text-[0.8125rem] font-semibold text-primary [overflow-wrap:anywhere]"
              >
                {section.title}
              </p>
            ) : null}
            {section.rows.map((row, at) => (
              <div key={row.id} className="flex items-start gap-2">
                <div className="grid min-w-0 flex-1 text-sm leading-snug">
                  <bdi className="[overflow-wrap:anywhere]">
                    {row.title.trim() || <Gap>{say('row.title', { number: at + 1 })}</Gap>}
                  </bdi>
                  {row.description.trim() ? (
                    <bdi className="text-xs text-muted-foreground [overflow-wrap:anywhere]">
                      {row.description}
                    </bdi>
                  ) : null}
                </div>
                <span
                  aria-hidden="true"
                  className="mt-0.5 size-4 shrink-0 rounded-full border border-input"
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
