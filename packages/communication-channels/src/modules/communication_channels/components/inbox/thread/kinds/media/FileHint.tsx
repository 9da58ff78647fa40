import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Info } from 'lucide-react'
import type { FileView } from '../../../model/file.ts'

/** Why something may not play or show in this browser. */
export function FileHint({ file }: { file: FileView }) {
  const t = useT()
  if (!file.hint) return null
  return (
    <p className="mx-1 mt-1 flex items-start gap-1.5 text-xs leading-snug text-muted-foreground">
      <Info aria-hidden="true" className="mt-px size-3.5 shrink-0" />
      {t(`communication_channels.inbox.file.hint.${file.hint}`)}
    </p>
  )
}
