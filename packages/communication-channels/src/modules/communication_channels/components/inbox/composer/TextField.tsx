import { useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Mic, SendHorizontal } from 'lucide-react'
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import { classNames } from '../../classNames.ts'
import type { ConversationWindow } from '../model/conversation.ts'
import { FieldFoot } from './FieldFoot.tsx'
import { lengthLeft } from './lengthLeft.ts'
import { SendLater } from './SendLater.tsx'
import { pastedFiles } from './tray/offeredFiles.ts'

type TextFieldProps = {
  ref?: Ref<HTMLTextAreaElement>
  value: string
  onChange: (text: string) => void
  /** Called with what a person typed, and not with what was put there otherwise. */
  onTyped: (text: string) => void
  onSend: (text: string, scheduledAt?: string) => void
  onEscape: (() => void) | undefined
  onFiles: (files: File[]) => void
  onRecord: () => void
  /** In characters. */
  limit: number
  /** Files that go out with the text or without one; while they are `held` nothing does. */
  files: 'none' | 'ready' | 'held'
  placeholder: string
  /** What sending would do now; null: nothing beyond the usual. */
  hint: string | null
  /** Something that belongs to the text stands right above. */
  hasLineAbove: boolean
  toolbar: ReactNode
  /** Below, at the end. */
  aside: ReactNode
  /** Within which an answer may leave later. */
  window: ConversationWindow
}

const tallest = 176

/** Enter sends, Shift+Enter starts a new line; while a word is being composed (Japanese, Korean …) Enter only ends it. */
export function TextField(props: TextFieldProps) {
  const { ref, value, onChange, onTyped, onSend, onEscape, onFiles, onRecord } = props
  const { limit, files, placeholder, hint, hasLineAbove, toolbar, aside, window } = props
  const t = useT()
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, [])
  const left = lengthLeft(value, limit)
  const length = value.trim().length
  const isEmpty = length === 0 && files === 'none'
  const canSend = !isEmpty && files !== 'held' && length <= limit

  // The height follows the text, not the reader's drags; measured from zero so that it also shrinks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = '0px'
    field.current.style.height = `${Math.min(field.current.scrollHeight, tallest)}px`
  }, [value])

  const sendAt = (scheduledAt?: string) => {
    if (!canSend) return
    onSend(value.trim(), scheduledAt)
    onChange('')
    field.current?.focus()
  }
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    sendAt()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onEscape && !event.nativeEvent.isComposing) return onEscape()
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return
    send(event)
  }

  // The second half of a double click on what sends lands on what takes its place.
  const record = (event: MouseEvent) => {
    if (event.detail < 2) onRecord()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedFiles(event.clipboardData)
    if (pasted.length === 0) return
    event.preventDefault()
    onFiles(pasted)
  }

  return (
    <form
      onSubmit={send}
      className={classNames('bg-card px-2 py-2 md:px-4 md:py-3', !hasLineAbove && 'border-t')}
    >
      <div className="flex items-end gap-1.5 rounded-xl border border-input/70 bg-card p-1 shadow-xs transition-[border-color,box-shadow] focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/25">
        <div className="flex shrink-0 items-center empty:hidden">{toolbar}</div>
        <textarea
          ref={field}
          value={value}
          onChange={(event) => {
            onChange(event.target.value)
            onTyped(event.target.value)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          rows={1}
          dir="auto"
          enterKeyHint="send"
          aria-label={t('communication_channels.inbox.composer.label')}
          aria-describedby={hintId}
          aria-invalid={left !== null && left < 0}
          placeholder={placeholder}
          className="min-h-11 min-w-0 flex-1 resize-none bg-transparent px-2 py-2.5 text-base leading-6 outline-none placeholder:text-muted-foreground md:min-h-9 md:py-1.5 md:text-[0.9375rem]"
        />
        {isEmpty ? (
          <IconButton
            key="record"
            aria-label={t('communication_channels.inbox.voice.record')}
            title={t('communication_channels.inbox.voice.record')}
            onClick={record}
          >
            <Mic className="size-5" />
          </IconButton>
        ) : (
          <>
            <SendLater window={window} isDisabled={!canSend} onChoose={sendAt} />
            <IconButton
              key="send"
              type="submit"
              variant="primary"
              disabled={!canSend}
              aria-label={t('communication_channels.inbox.composer.send')}
            >
              <SendHorizontal className="rtl:-scale-x-100" />
            </IconButton>
          </>
        )}
      </div>
      <FieldFoot id={hintId} hint={hint} left={left} aside={aside} />
    </form>
  )
}
