import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { MicOff, SendHorizontal, Trash2, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { AudioPlayer } from '../../player/AudioPlayer.tsx'
import { RecordingLine } from './RecordingLine.tsx'
import type { Recorder } from './useRecorder.ts'

type VoicePanelProps = { recorder: Recorder; onSend: (file: File) => void; onClosed: () => void }

/** Stands in the place of the text while a voice note is made. */
export function VoicePanel({ recorder, onSend, onClosed }: VoicePanelProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.voice.${key}`)
  const { state } = recorder
  const send = async () => {
    const file = await recorder.take()
    if (file) onSend(file)
    onClosed()
  }
  const discard = () => {
    recorder.discard()
    onClosed()
  }
  const leave = (
    <IconButton aria-label={say('discard')} title={say('discard')} onClick={discard}>
      <Trash2 className="size-4.5" />
    </IconButton>
  )
  switch (state.phase) {
    case 'idle':
      return null
    case 'asking':
      return (
        <Panel key={state.phase}>
          <p role="status" className="flex min-w-0 flex-1 items-center gap-2 px-2 text-sm">
            <Spinner size="sm" />
            {say('asking')}
          </p>
          <Button variant="ghost" onClick={discard}>
            {t('communication_channels.inbox.cancel')}
          </Button>
        </Panel>
      )
    case 'refused':
      return (
        <Panel key={state.phase}>
          <p role="alert" className="flex min-w-0 flex-1 items-start gap-2 px-2 py-1.5 text-sm leading-snug">
            <MicOff aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-status-error-icon" />
            {say(`refused.${state.refusal}`)}
          </p>
          <IconButton aria-label={say('close')} title={say('close')} onClick={discard}>
            <X />
          </IconButton>
        </Panel>
      )
    case 'recording':
      return (
        <Panel key={state.phase} onEscape={() => void recorder.listen()}>
          {leave}
          <RecordingLine
            recording={state.recording}
            isPaused={state.isPaused}
            onPause={recorder.togglePause}
            onListen={() => void recorder.listen()}
          />
          <SendVoice label={say('send')} onSend={send} />
        </Panel>
      )
    case 'done':
      return (
        <Panel key={state.phase}>
          {leave}
          <div className="min-w-0 flex-1 px-1">
            <AudioPlayer src={state.url} durationMs={state.durationMs} label={say('recorded')} />
          </div>
          <SendVoice label={say('send')} onSend={send} />
        </Panel>
      )
  }
}

function SendVoice({ label, onSend }: { label: string; onSend: () => Promise<void> }) {
  return (
    <IconButton variant="primary" aria-label={label} title={label} onClick={() => void onSend()}>
      <SendHorizontal className="rtl:-scale-x-100" />
    </IconButton>
  )
}

/** Takes the focus, which the button that led here has lost. */
function Panel({ children, onEscape }: { children: ReactNode; onEscape?: () => void }) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape?.()
  }
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <div className="border-t bg-card px-2 py-2 md:px-4 md:py-3">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own */}
      <div
        ref={panel}
        role="group"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        aria-label={t('communication_channels.inbox.voice.label')}
        className="flex min-h-13 items-center gap-1.5 rounded-xl border border-input/70 bg-card p-1 shadow-xs outline-none"
      >
        {children}
      </div>
    </div>
  )
}
