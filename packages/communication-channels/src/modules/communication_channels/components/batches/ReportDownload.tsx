import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Download, X } from 'lucide-react'
import type { Batch } from './batch.ts'
import { useReportDownload } from './useReportDownload.ts'

type ReportDownloadProps = { batch: Batch; providerKey: string }

export function ReportDownload({ batch, providerKey }: ReportDownloadProps) {
  const t = useT()
  const locale = useLocale()
  const { progress, start, stop } = useReportDownload(batch, providerKey)
  const number = new Intl.NumberFormat(locale)
  if (progress === null) {
    return (
      <Button variant="outline" size="sm" onClick={() => void start()}>
        <Download /> {t('communication_channels.batches.report.download')}
      </Button>
    )
  }
  return (
    <div className="flex items-center gap-2 text-sm">
      <Spinner size="sm" />
      <span role="status" className="tabular-nums">
        {t('communication_channels.batches.report.reading', {
          read: number.format(progress),
          total: number.format(batch.total),
        })}
      </span>
      <Button variant="ghost" size="sm" onClick={stop}>
        <X /> {t('communication_channels.inbox.cancel')}
      </Button>
    </div>
  )
}
