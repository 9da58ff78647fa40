import { useLocale } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { FileCheck2, Paperclip, X } from 'lucide-react'
import { type ChangeEvent, useRef } from 'react'
import { usePlace } from '../editorContext.ts'
import { type HeaderMediaKind, headerHandle } from '../model/header.ts'
import { pathOfPart } from '../model/parts.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'
import { useFocusNext } from './useFocusNext.ts'
import { useSample } from './useSample.ts'

/** What the browser offers to choose from; what really fits the server and Meta say. */
const offered: Record<HeaderMediaKind, string> = {
  IMAGE: 'image/jpeg,image/png',
  VIDEO: 'video/mp4,video/3gpp',
  DOCUMENT: 'application/pdf',
}

/** A sample of the picture, the video or the document that every message will carry: Meta's reviewers look at it. */
export function SampleField({ kind }: { kind: HeaderMediaKind }) {
  const text = useText()
  const locale = useLocale()
  const { parts, path: base } = usePlace()
  const path = pathOfPart(parts, 'HEADER', base)
  const input = useRef<HTMLInputElement>(null)
  const { sample, choose, remove } = useSample(kind)
  const handle = headerHandle(parts)
  const { root, focusNext } = useFocusNext<HTMLDivElement>()
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) void choose(file)
  }
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(sample.share)
  const isDone = sample.stage === 'still' && sample.name !== null && handle !== null
  const isThere = sample.stage === 'uploading' || handle !== null
  return (
    <div ref={root} className="grid gap-2">
      <EditorField
        path={`${path}.example`}
        label={text(`sample.${kind}`)}
        help={text(`sample.help.${kind}`)}
        required
      >
        <Button
          data-add
          variant="outline"
          className="w-fit"
          disabled={sample.stage === 'uploading'}
          onClick={() => input.current?.click()}
        >
          <Paperclip />
          {text(isThere ? 'sample.other' : `sample.choose.${kind}`)}
        </Button>
      </EditorField>
      {isThere ? (
        <div className="flex items-center gap-3 rounded-lg border px-3 py-2 text-sm">
          {sample.stage === 'uploading' ? (
            <Spinner size="sm" />
          ) : (
            <FileCheck2 aria-hidden="true" className="size-4" />
          )}
          <bdi className="min-w-0 flex-1 truncate">{sample.name ?? text('sample.kept')}</bdi>
          {sample.stage === 'uploading' ? (
            <span
              role="progressbar"
              aria-label={sample.name ?? undefined}
              aria-valuenow={Math.round(sample.share * 100)}
              className="shrink-0 tabular-nums text-muted-foreground"
            >
              {text('sample.uploading', { share })}
            </span>
          ) : null}
          <IconButton
            size="sm"
            aria-label={text('sample.remove')}
            onClick={() => {
              remove()
              focusNext('[data-add]')
            }}
          >
            <X />
          </IconButton>
        </div>
      ) : null}
      <input
        ref={input}
        type="file"
        accept={offered[kind]}
        onChange={pick}
        className="hidden"
        aria-label={text(`sample.choose.${kind}`)}
      />
      <p role="status" className="sr-only">
        {isDone ? text('sample.done', { name: sample.name ?? '' }) : ''}
      </p>
      <p role="alert" className="text-[0.8125rem] text-status-error-text empty:hidden">
        {sample.problem}
      </p>
    </div>
  )
}
