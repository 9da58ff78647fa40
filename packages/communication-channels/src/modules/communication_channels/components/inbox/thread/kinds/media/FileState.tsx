import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Clock3, FileX2, RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFileRetry } from '../../../data/useFileRetry.ts'
import { useHubSettings } from '../../../data/useHubSettings.ts'
import type { FileView } from '../../../model/file.ts'
import { pictureBox } from '../../../model/pictureBox.ts'
import { problemText } from '../../../model/problemText.ts'
import { clockTime } from '../../../model/times.ts'
import { useThreadFiles } from '../../files/ThreadFiles.tsx'

/** What became of a file that is not there to be shown; nothing for one that is. */
export function FileState({ file }: { file: FileView }) {
  switch (file.state) {
    case 'waiting':
      return <Waiting file={file} />
    case 'failed':
      return <Failed file={file} />
    case 'removed':
      return <Removed />
    case 'stored':
      return null
  }
}

/** In the room that the picture will most likely take, so that little moves when it comes. */
export function PictureToCome({ file, type }: { file: FileView; type: 'image' | 'video' }) {
  const t = useT()
  const { width, ratio } = pictureBox(file.width, file.height)
  return (
    <div
      style={{ width, aspectRatio: ratio }}
      className="grid min-w-full max-w-full place-content-center justify-items-center rounded-xl bg-foreground/5 p-3 text-center"
    >
      <span className="sr-only">{t(`communication_channels.inbox.media.${type}`)}: </span>
      <Waiting file={file} />
    </div>
  )
}

function Waiting({ file }: { file: FileView }) {
  const t = useT()
  const say = useProblemWords()
  const { id, isRetrying, error } = file
  return (
    <>
      <Line icon={isRetrying ? <Clock3 aria-hidden="true" className="size-4" /> : <Spinner size="sm" />}>
        {t(`communication_channels.inbox.file.${isRetrying ? 'retrying' : 'fetching'}`)}
      </Line>
      {isRetrying ? (
        <div className="mt-1.5 grid justify-items-start gap-1.5">
          {error ? <p className="text-[0.8125rem] leading-snug text-muted-foreground">{say(error)}</p> : null}
          <RetryButton fileId={id} />
        </div>
      ) : null}
    </>
  )
}

function Removed() {
  const t = useT()
  const days = useHubSettings().data?.fileRetentionDays
  return (
    <Line icon={<FileX2 aria-hidden="true" className="size-4" />}>
      {days
        ? t('communication_channels.inbox.file.removedAfter', { days })
        : t('communication_channels.inbox.file.removed')}
    </Line>
  )
}

function Failed({ file }: { file: FileView }) {
  const t = useT()
  const say = useProblemWords()
  return (
    <div className="mt-1.5 grid justify-items-start gap-1.5 text-[0.8125rem] leading-snug">
      <p className="flex items-start gap-1.5 text-status-error-text">
        <TriangleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span>
          {t('communication_channels.inbox.file.failed')} {file.error ? say(file.error) : null}
        </span>
      </p>
      <RetryButton fileId={file.id} />
    </div>
  )
}

/** Asks at once, without waiting for the next attempt. */
function RetryButton({ fileId }: { fileId: string }) {
  const t = useT()
  const say = useProblemWords()
  const locale = useLocale()
  const { retry, isRetrying, askedAt, failure } = useFileRetry(fileId)
  return (
    <>
      <Button variant="outline" size="2xs" onClick={retry} disabled={isRetrying}>
        {isRetrying ? <Spinner size="sm" className="size-3.5" /> : <RotateCw className="size-3.5" />}
        {t('communication_channels.inbox.retry')}
      </Button>
      <p
        role="status"
        className={`text-[0.8125rem] empty:hidden ${failure ? 'text-status-error-text' : 'text-muted-foreground'}`}
      >
        {failure
          ? say(failure)
          : askedAt && !isRetrying
            ? t('communication_channels.inbox.file.askedAgain', { time: clockTime(askedAt, locale) })
            : null}
      </p>
    </>
  )
}

function useProblemWords() {
  const t = useT()
  const { providerKey } = useThreadFiles()
  return (problem: Parameters<typeof problemText>[2]) => {
    const { reason, action } = problemText(t, providerKey, problem)
    return [reason, action].filter(Boolean).join(' ')
  }
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="mt-1 flex items-center gap-1.5 text-[0.8125rem] leading-snug text-muted-foreground">
      <span className="shrink-0">{icon}</span>
      {children}
    </p>
  )
}
