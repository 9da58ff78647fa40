import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { ChevronRight, LockKeyhole } from 'lucide-react'
import { languageName } from '../../lib/templates/language-name.ts'
import { inLanguage, readableName, type TemplateChoice } from './templateChoices.ts'

/** A template to choose; without `onChoose` one that is only shown. */
export function ChoiceRow({ choice, onChoose }: { choice: TemplateChoice; onChoose?: () => void }) {
  const t = useT()
  const locale = useLocale()
  const inside = (
    <>
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{readableName(choice.name)}</span>
          <Badge variant="neutral" size="sm">
            {t(`channel_whatsapp.templates.category.${choice.category}`, choice.category)}
          </Badge>
        </span>
        <bdi className="truncate text-sm text-muted-foreground">{inLanguage(choice, locale)?.body}</bdi>
        <span className="truncate text-xs text-muted-foreground">
          {choice.languages.map((template) => languageName(template.language, locale)).join(', ')}
        </span>
      </span>
      {onChoose ? (
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted-foreground rtl:-scale-x-100" />
      ) : (
        <LockKeyhole
          role="img"
          aria-label={t('channel_whatsapp.templates.barred')}
          className="size-4 shrink-0 text-muted-foreground"
        />
      )}
    </>
  )
  const look = 'flex w-full items-center gap-3 rounded-lg border px-3.5 py-2.5 text-start'
  if (!onChoose) return <div className={`${look} border-dashed bg-muted/40`}>{inside}</div>
  return (
    <button type="button" onClick={onChoose} className={`${look} bg-card transition-colors hover:bg-accent`}>
      {inside}
    </button>
  )
}
