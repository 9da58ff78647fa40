import { useEffect, useRef, useState } from 'react'
import { type Recording, type Refusal, refusals, startRecording, whyNot } from './recording.ts'

export type RecorderState =
  | { phase: 'idle' }
  /** The browser asks whether it may. */
  | { phase: 'asking' }
  | { phase: 'refused'; refusal: Refusal }
  | { phase: 'recording'; recording: Recording; isPaused: boolean }
  /** To be listened to before it goes out. */
  | { phase: 'done'; file: File; url: string; durationMs: number }

export type Recorder = ReturnType<typeof useRecorder>

/** Records one voice note. `onLeft` gets what was recorded when the reader goes elsewhere in the middle of it. */
export function useRecorder(onLeft: (file: File) => void) {
  const [state, setState] = useState<RecorderState>({ phase: 'idle' })
  const latest = useRef({ state, onLeft })
  latest.current = { state, onLeft }
  const isGone = useRef(false)

  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      const { state: now, onLeft: keep } = latest.current
      if (now.phase === 'recording') void now.recording.finish().then(keep)
      if (now.phase === 'done') keep(now.file)
    }
  }, [])

  const start = async () => {
    const refusal = whyNot()
    if (refusal) return setState({ phase: 'refused', refusal })
    setState({ phase: 'asking' })
    try {
      const recording = await startRecording()
      if (isGone.current || latest.current.state.phase !== 'asking') return recording.discard()
      setState({ phase: 'recording', recording, isPaused: false })
    } catch (error) {
      const refusal = refusals[(error as DOMException).name] ?? 'failed'
      if (latest.current.state.phase === 'asking') setState({ phase: 'refused', refusal })
    }
  }

  const listen = async () => {
    if (state.phase !== 'recording') return
    const durationMs = state.recording.elapsed()
    const file = await state.recording.finish()
    setState({ phase: 'done', file, url: URL.createObjectURL(file), durationMs })
  }

  /** Hands over what was recorded and is ready for the next one; null where there is nothing. */
  const take = async (): Promise<File | null> => {
    setState({ phase: 'idle' })
    if (state.phase === 'recording') return state.recording.finish()
    if (state.phase !== 'done') return null
    URL.revokeObjectURL(state.url)
    return state.file
  }

  const discard = () => {
    if (state.phase === 'recording') state.recording.discard()
    if (state.phase === 'done') URL.revokeObjectURL(state.url)
    setState({ phase: 'idle' })
  }

  const togglePause = () => {
    if (state.phase !== 'recording') return
    const { recording, isPaused } = state
    if (isPaused) recording.resume()
    else recording.pause()
    setState({ ...state, isPaused: !isPaused })
  }

  return { state, start, listen, take, discard, togglePause }
}
