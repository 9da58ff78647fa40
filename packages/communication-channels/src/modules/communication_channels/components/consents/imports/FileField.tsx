import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { FileSpreadsheet } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { classNames } from '../../classNames.ts'
import { byteText } from '../../deliveries/byteText.ts'

type FileFieldProps = { file: File | null; onChange: (file: File) => void }

/** Chosen, or dropped here. */
export function FileField({ file, onChange }: FileFieldProps) {
  const t = useT()
  const locale = useLocale()
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) onChange(first)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        'grid cursor-pointer justify-items-center gap-1 rounded-lg border-2 border-dashed p-6 text-center transition-colors hover:border-input has-[:focus-visible]:border-ring has-[:focus-visible]:ring-3 has-[:focus-visible]:ring-ring/25',
        isOver && 'border-primary bg-primary-soft',
      )}
    >
      <FileSpreadsheet aria-hidden="true" className="size-8 text-muted-foreground" />
      <span className="font-medium [overflow-wrap:anywhere]">
        {file ? <bdi>{file.name}</bdi> : say('file')}
      </span>
      <span className="text-[0.8125rem] text-muted-foreground">
        {file ? `${byteText(file.size, locale)} · ${say('file.other')}` : say('file.why')}
      </span>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv,text/plain"
        className="sr-only"
        onChange={(event) => take(event.target.files)}
      />
    </label>
  )
}
