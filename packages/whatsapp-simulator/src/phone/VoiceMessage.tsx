import type { Message } from '../world/message.ts'
import { Icon } from './cards.tsx'
import { useChatActs } from './chat-acts.ts'

/** A voice message of the business. There is no sound behind it: a tap stands for listening, and is told once. */
export function VoiceMessage({ message }: { message: Message }) {
  const { play } = useChatActs()
  return (
    <button type="button" className="card card-voice" onClick={() => play(message)}>
      <Icon kind="audio" />
      <span className="card-text">
        <strong>Voice message</strong>
        <small>{message.status === 'played' ? 'Played' : 'Tap to play'}</small>
      </span>
    </button>
  )
}
