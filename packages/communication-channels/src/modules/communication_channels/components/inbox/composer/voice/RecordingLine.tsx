import { useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Mic, Pause, Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import { durationText } from '../../model/file.ts'
import type { Recording } from './recording.ts'
import { useLevels } from './useLevels.ts'

type RecordingLineProps = {
  recording: Recording
  isPaused: boolean
  onPause: () => void
  onListen: () => void
}

/** How long and how loud, while somebody speaks. */
export function RecordingLine({ recording, isPaused, onPause, onListen }: RecordingLineProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.voice.${key}`)
  const levels = useLevels(recording.stream, isPaused)
  const [elapsed, setElapsed] = useState(() => recording.elapsed())
  useEffect(() => {
    const timer = window.setInterval(() => setElapsed(recording.elapsed()), 200)
    return () => window.clearInterval(timer)
  }, [recording])
  return (
    <>
      <p role="status" className="sr-only">
        {say(isPaused ? 'paused' : 'recording')}
      </p>
      <span
        aria-hidden="true"
        className={`ms-2 size-2.5 shrink-0 rounded-full bg-status-error-icon ${isPaused ? 'opacity-40' : 'animate-pulse'}`}
      />
      <time role="timer" aria-label={say('elapsed')} className="shrink-0 text-sm tabular-nums">
        {durationText(elapsed)}
      </time>
      <span
        aria-hidden="true"
        className="flex h-8 min-w-0 flex-1 items-center justify-end gap-0.5 overflow-hidden"
      >
        {levels.map((level, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
            key={index}
            className="w-1 shrink-0 rounded-full bg-primary"
            style={{ height: `${Math.max(10, level * 100)}%` }}
          />
        ))}
      </span>
      <IconButton
        aria-label={say(isPaused ? 'resume' : 'pause')}
        title={say(isPaused ? 'resume' : 'pause')}
        onClick={onPause}
      >
        {isPaused ? <Mic className="size-4.5" /> : <Pause className="size-4.5" />}
      </IconButton>
      <IconButton aria-label={say('listen')} title={say('listen')} onClick={onListen}>
        <Square className="size-4 fill-current" />
      </IconButton>
    </>
  )
}
