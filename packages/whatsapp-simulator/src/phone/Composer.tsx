import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Message } from '../world/message.ts'
import { AttachMenu } from './AttachMenu.tsx'
import { useChatActs } from './chat-acts.ts'
import { Quote } from './Quote.tsx'
import { VoiceButton } from './VoiceButton.tsx'

type ComposerProps = {
  quoted: Message | null
  problem: string | null
  /** What is special about the next message, as a sentence. */
  notice: string | null
  onUnquote: () => void
}

export function Composer({ quoted, problem, notice, onUnquote }: ComposerProps) {
  const { send } = useChatActs()
  const [text, setText] = useState('')
  const [isRecording, setRecording] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (quoted) field.current?.focus()
  }, [quoted])

  async function submit() {
    if (!text.trim()) return
    if (await send(text, quoted ?? undefined)) setText('')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onUnquote()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit()
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {problem && <p role="alert">{problem}</p>}
      {notice && <p className="composer-late">{notice}</p>}
      {quoted && (
        <div className="composer-quote">
          <Quote message={quoted} />
          <button type="button" className="round" aria-label="Do not quote" onClick={onUnquote}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18" />
            </svg>
          </button>
        </div>
      )}
      <div className="composer-row">
        <AttachMenu />
        {!isRecording && (
          <textarea
            ref={field}
            aria-label="Message"
            placeholder="Message"
            rows={1}
            value={text}
            maxLength={65_536}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
        {!text.trim() && <VoiceButton quoted={quoted} onRecording={setRecording} />}
        {!isRecording && (
          <button type="submit" aria-label="Send" disabled={!text.trim()}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M4 12h14M12 5l7 7-7 7" />
            </svg>
          </button>
        )}
      </div>
    </form>
  )
}
