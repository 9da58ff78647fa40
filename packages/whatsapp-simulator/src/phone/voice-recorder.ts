import { useEffect, useRef, useState } from 'react'
import { oggOfWebm } from './ogg-of-webm.ts'

const OGG = 'audio/ogg; codecs=opus'
const RECORDED = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus']

type Recording = { recorder: MediaRecorder; chunks: Blob[] }

/** Records a voice message. `seconds` counts while it does and is null otherwise. */
export function useVoiceRecorder(onProblem: (sentence: string) => void) {
  const current = useRef<Recording | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  const isRecording = seconds !== null
  useEffect(() => {
    if (!isRecording) return
    const counting = setInterval(() => setSeconds((before) => (before ?? 0) + 1), 1000)
    return () => clearInterval(counting)
  }, [isRecording])
  useEffect(
    () => () => {
      if (current.current) release(current.current)
    },
    [],
  )

  async function start() {
    try {
      const mimeType = RECORDED.find((type) => MediaRecorder.isTypeSupported(type))
      if (!mimeType) throw new Error('This browser does not record Opus.')
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const recorder = new MediaRecorder(stream, { mimeType })
      const chunks: Blob[] = []
      recorder.ondataavailable = ({ data }) => chunks.push(data)
      recorder.start()
      current.current = { recorder, chunks }
      setSeconds(0)
    } catch (error) {
      onProblem(`There is no microphone to record with. ${(error as Error).message}`)
    }
  }

  /** Ends the recording and returns it; null when there was none. */
  async function stop(): Promise<File | null> {
    const recording = current.current
    current.current = null
    setSeconds(null)
    if (!recording) return null
    const { recorder, chunks } = recording
    await new Promise((resolve) => {
      recorder.onstop = resolve
      release(recording)
    })
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer())
    const ogg = recorder.mimeType.includes('ogg') ? bytes : oggOfWebm(bytes)
    return new File([new Uint8Array(ogg)], 'voice.ogg', { type: OGG })
  }

  return { seconds, start, stop }
}

function release({ recorder }: Recording): void {
  if (recorder.state !== 'inactive') recorder.stop()
  for (const track of recorder.stream.getTracks()) track.stop()
}
