import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ShieldAlert } from 'lucide-react'
import type { FileView } from '../../../model/file.ts'
import { dangerOf } from '../../../model/fileName.ts'

/** Beside a file that does something when it is opened. */
export function DangerNote({ file: { mimeType, name } }: { file: FileView }) {
  const t = useT()
  const danger = dangerOf(mimeType, name)
  if (!danger) return null
  return (
    <p className="mt-1.5 flex w-72 max-w-full items-start gap-1.5 text-[0.8125rem] leading-snug text-status-warning-text">
      <ShieldAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
      {t(`communication_channels.inbox.file.danger.${danger}`)}
    </p>
  )
}
