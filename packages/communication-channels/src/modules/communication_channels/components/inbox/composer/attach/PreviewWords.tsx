import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Gap } from './Gap.tsx'

type PreviewWordsProps = { header: string; body: string; footer: string }

/** Heading, text and small print, as they stand on a message with something to tap. */
export function PreviewWords({ header, body, footer }: PreviewWordsProps) {
  const t = useT()
  return (
    <>
      {header.trim() ? (
        <p dir="auto" className="text-start font-semibold [overflow-wrap:anywhere]">
          {header}
        </p>
      ) : null}
      <p dir="auto" className="whitespace-pre-wrap text-start [overflow-wrap:anywhere]">
        {body.trim() || <Gap>{t('communication_channels.inbox.composer.gap.body')}</Gap>}
      </p>
      {footer.trim() ? (
        <p dir="auto" className="text-start text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
          {footer}
        </p>
      ) : null}
    </>
  )
}
