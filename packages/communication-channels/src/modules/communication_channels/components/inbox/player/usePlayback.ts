import { type RefObject, useEffect, useRef, useState } from 'react'

let playing: HTMLMediaElement | null = null

/** Two voices at once are none: whatever starts to play stops what played before. */
export function takeTheFloor(media: HTMLMediaElement): void {
  if (playing !== media) playing?.pause()
  playing = media
}

type Playback = {
  media: RefObject<HTMLAudioElement | null>
  isPlaying: boolean
  hasFailed: boolean
  /** Seconds; `duration` is 0 while nobody knows it. */
  position: number
  duration: number
  rate: number
  toggle: () => void
  seek: (seconds: number) => void
  setRate: (rate: number) => void
}

/** Plays one sound. `knownMs`: its duration as the server says, for until the browser has read it. */
export function usePlayback(knownMs: number | null): Playback {
  const media = useRef<HTMLAudioElement>(null)
  const [isPlaying, setIsPlaying] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const [position, setPosition] = useState(0)
  const [measured, setMeasured] = useState<number | null>(null)
  const [rate, setRate] = useState(1)

  useEffect(() => {
    const sound = media.current
    if (!sound) return
    const listeners: Record<string, () => void> = {
      play: () => {
        takeTheFloor(sound)
        setIsPlaying(true)
      },
      pause: () => setIsPlaying(false),
      ended: () => {
        setIsPlaying(false)
        setPosition(0)
        sound.currentTime = 0
      },
      timeupdate: () => setPosition(sound.currentTime),
      // A recording that was just made has no length written into it: then it is infinite here.
      durationchange: () => setMeasured(Number.isFinite(sound.duration) ? sound.duration : null),
      error: () => setHasFailed(true),
    }
    for (const [name, listener] of Object.entries(listeners)) sound.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) sound.removeEventListener(name, listener)
      sound.pause()
    }
  }, [])

  useEffect(() => {
    if (media.current) media.current.playbackRate = rate
  }, [rate])

  const duration = measured ?? (knownMs ?? 0) / 1_000
  return {
    media,
    isPlaying,
    hasFailed,
    position: Math.min(position, duration || position),
    duration,
    rate,
    toggle() {
      const sound = media.current
      if (!sound) return
      if (isPlaying) return sound.pause()
      sound.playbackRate = rate
      sound.play().catch((error: DOMException) => {
        // Being stopped by the next one is no failure.
        if (error.name !== 'AbortError') setHasFailed(true)
      })
    },
    seek(seconds) {
      setPosition(seconds)
      if (media.current) media.current.currentTime = seconds
    },
    setRate,
  }
}
