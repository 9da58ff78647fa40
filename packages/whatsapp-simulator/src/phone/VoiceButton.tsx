import { useEffect } from 'react'
import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { useVoiceRecorder } from './voice-recorder.ts'

type VoiceButtonProps = { quoted: Message | null; onRecording: (isRecording: boolean) => void }

/** The microphone beside the message field: one tap begins, the next sends. */
export function VoiceButton({ quoted, onRecording }: VoiceButtonProps) {
  const { send, giveFile, complain } = useChatActs()
  const { seconds, start, stop } = useVoiceRecorder(complain)
  const isRecording = seconds !== null
  useEffect(() => onRecording(isRecording), [isRecording, onRecording])

  async function finish() {
    try {
      const file = await stop()
      const id = file && (await giveFile(file))
      if (id) await send({ type: 'audio', audio: { id, voice: true } }, quoted ?? undefined)
    } catch (error) {
      complain((error as Error).message)
    }
  }
  async function discard() {
    await stop().catch(() => null)
  }

  if (!isRecording) {
    return (
      <button type="button" className="round voice-begin" aria-label="Record a voice message" onClick={start}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 12a6 6 0 0 0 12 0M12 18v3" />
        </svg>
      </button>
    )
  }
  return (
    <span className="voice-recording" role="status">
      <span className="voice-time">
        <i aria-hidden="true" /> {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </span>
      <button type="button" className="quiet" onClick={discard}>
        Discard
      </button>
      <button type="button" className="voice-send" aria-label="Send recording" onClick={finish}>
        Send
      </button>
    </span>
  )
}
