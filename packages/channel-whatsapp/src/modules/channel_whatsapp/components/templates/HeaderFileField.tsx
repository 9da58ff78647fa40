import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Paperclip, X } from 'lucide-react'
import { type ChangeEvent, useId, useRef } from 'react'
import type { HeaderMedia } from './template.ts'
import type { FileProblem, HeaderFile } from './useHeaderFiles.ts'

/** What the browser offers to choose from; what really fits the server says. */
const offered: Record<HeaderMedia, string | undefined> = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4,video/3gpp',
  document: undefined,
}

type HeaderFileFieldProps = {
  kind: HeaderMedia
  file: HeaderFile
  /** What is wrong with its absence, or with it. */
  error: string | undefined
  onChoose: (file: File) => void
  onRemove: () => void
}

/** Where the picture, the video or the document of a template's header is chosen. */
export function HeaderFileField(props: HeaderFileFieldProps) {
  const { kind, file, onChoose, onRemove } = props
  const t = useT()
  const locale = useLocale()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.templates.file.${key}`, values)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    event.target.value = ''
    if (chosen) onChoose(chosen)
  }
  const problem = file.stage === 'none' ? file.problem : null
  const error = problem ? wordsOf(t, problem) || text('failed') : props.error
  return (
    <fieldset aria-describedby={`${id}-error`} className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{text(kind)}</legend>
      {file.stage === 'none' ? (
        <Button
          variant="outline"
          onClick={() => input.current?.click()}
          className="w-fit"
          data-missing={error ? '' : undefined}
        >
          <Paperclip />
          {text(`choose.${kind}`)}
        </Button>
      ) : (
        <div className="flex items-center gap-3 rounded-lg border px-3 py-2 text-sm">
          <bdi className="min-w-0 flex-1 truncate">{file.name}</bdi>
          {file.stage === 'uploading' ? (
            <span
              role="progressbar"
              aria-label={file.name}
              aria-valuenow={Math.round(file.share * 100)}
              className="shrink-0 tabular-nums text-muted-foreground"
            >
              {text('uploading', {
                share: new Intl.NumberFormat(locale, { style: 'percent' }).format(file.share),
              })}
            </span>
          ) : null}
          <IconButton size="sm" aria-label={text('remove', { name: file.name })} onClick={onRemove}>
            <X />
          </IconButton>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept={offered[kind]}
        onChange={choose}
        className="hidden"
        aria-label={text(`choose.${kind}`)}
      />
      <p role="status" className="sr-only">
        {file.stage === 'ready' ? text('done', { name: file.name }) : ''}
      </p>
      <p id={`${id}-error`} role="alert" className="text-sm text-status-error-text empty:hidden">
        {error}
      </p>
    </fieldset>
  )
}

function wordsOf(t: ReturnType<typeof useT>, { code, message, action }: FileProblem): string {
  const word = (part: string, otherwise: string) =>
    t(`communication_channels.problem.${code}.${part}`, otherwise || ' ').trim()
  return [word('reason', message), word('action', action)].filter(Boolean).join(' ')
}
