import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Download } from 'lucide-react'
import { downloadAddress, type FileView } from '../../../model/file.ts'

/** A small arrow beside what a file is. */
export function DownloadLink({ file }: { file: FileView }) {
  const t = useT()
  if (!file.url) return null
  const label = t('communication_channels.inbox.file.download', { name: file.name ?? '' }).trim()
  return (
    <a
      href={downloadAddress(file.url)}
      download={file.name ?? ''}
      aria-label={label}
      title={label}
      className="relative ms-auto inline-flex size-7 shrink-0 items-center justify-center rounded-full before:absolute before:-inset-2 hover:bg-foreground/10 hover:text-foreground"
    >
      <Download aria-hidden="true" className="size-4" />
    </a>
  )
}
