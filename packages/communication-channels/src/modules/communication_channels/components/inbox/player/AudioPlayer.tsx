import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { durationText } from '../model/file.ts'
import { usePlayback } from './usePlayback.ts'

const rates = [1, 1.5, 2]

type AudioPlayerProps = {
  src: string
  durationMs: number | null
  /** What is played, for who does not see it. */
  label: string
  /** Beside the time: kind, size, download. */
  facts?: ReactNode
  children?: ReactNode
}

/** A sound in one line: play, where it is, how long it is, how fast. */
export function AudioPlayer({ src, durationMs, label, facts, children }: AudioPlayerProps) {
  const t = useT()
  const locale = useLocale()
  const { media, isPlaying, hasFailed, position, duration, rate, toggle, seek, setRate } =
    usePlayback(durationMs)
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.inbox.player.${key}`, values)
  const time = (seconds: number) => durationText(seconds * 1_000)
  const speed = new Intl.NumberFormat(locale).format(rate)
  const isStarted = isPlaying || position > 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own
    <div role="group" aria-label={label} className="w-72 min-w-0 max-w-full">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what a customer says */}
      <audio ref={media} src={src} preload="none" />
      <div className="flex items-center gap-2">
        <button
          type="button"
          onClick={toggle}
          aria-label={say(isPlaying ? 'pause' : 'play')}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-primary text-primary-foreground hover:bg-primary-hover md:size-9"
        >
          {isPlaying ? (
            <Pause aria-hidden="true" className="size-4.5 fill-current" />
          ) : (
            <Play aria-hidden="true" className="size-4.5 translate-x-px fill-current" />
          )}
        </button>
        <div className="grid min-w-0 flex-1">
          <input
            type="range"
            min={0}
            max={Math.max(duration, 0.1)}
            step={0.1}
            value={position}
            onChange={(event) => seek(Number(event.target.value))}
            aria-label={say('seek')}
            aria-valuetext={say('position', { at: time(position), of: time(duration) })}
            className="h-5 w-full min-w-0 cursor-pointer accent-primary"
          />
          <div className="flex min-h-5 items-center gap-2 text-xs tabular-nums text-muted-foreground">
            <span aria-hidden="true" className="shrink-0 whitespace-nowrap">
              {isStarted ? `${time(position)} / ${time(duration)}` : duration > 0 ? time(duration) : '–:––'}
            </span>
            {facts}
          </div>
        </div>
        <button
          type="button"
          onClick={() => setRate(rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1)}
          aria-label={say('speed', { speed: `${speed}×` })}
          title={say('speed', { speed: `${speed}×` })}
          className="inline-flex h-9 min-w-11 shrink-0 items-center justify-center rounded-full bg-foreground/8 px-2 text-xs font-semibold tabular-nums hover:bg-foreground/15 md:h-7 md:min-w-10"
        >
          {speed}×
        </button>
      </div>
      {hasFailed ? (
        <p role="status" className="mt-1 text-[0.8125rem] leading-snug text-status-error-text">
          {say('failed')}
        </p>
      ) : null}
      {children}
    </div>
  )
}
