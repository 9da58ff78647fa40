import { useRef, useState } from 'react'
import type { Message } from '../world/message.ts'
import { Icon } from './cards.tsx'
import { useChatActs } from './chat-acts.ts'

type VoiceProps = { message: Message; url: string | undefined }

/** A voice message. The business is told once that one of its own was played; a tap does for one without a file. */
export function VoiceMessage({ message, url }: VoiceProps) {
  const { play } = useChatActs()
  const audio = useRef<HTMLAudioElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [progress, setProgress] = useState(0)
  const [seconds, setSeconds] = useState<number | null>(null)
  const isTold = message.direction === 'outbound'

  function toggle() {
    if (isTold) play(message)
    const player = audio.current
    if (!player) return
    if (player.paused) void player.play().catch(() => setPlaying(false))
    else player.pause()
  }

  return (
    <button type="button" className="card card-voice" onClick={toggle} aria-pressed={isPlaying}>
      <Icon kind={isPlaying ? 'pause' : 'play'} />
      <span className="card-text">
        <strong>Voice message</strong>
        <span className="voice-line" style={{ '--played': progress } as React.CSSProperties} />
        <small>
          {seconds !== null && `${showSeconds(seconds)} · `}
          {isTold && message.status === 'played' ? 'Played' : isPlaying ? 'Playing' : 'Tap to play'}
        </small>
      </span>
      {url && (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for what people say
        <audio
          ref={audio}
          src={url}
          preload="metadata"
          onDurationChange={({ currentTarget: { duration } }) =>
            setSeconds(Number.isFinite(duration) ? duration : null)
          }
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setProgress(0)}
          onTimeUpdate={({ currentTarget }) =>
            setProgress(currentTarget.currentTime / currentTarget.duration)
          }
        />
      )}
    </button>
  )
}

/** 1:07 */
function showSeconds(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
