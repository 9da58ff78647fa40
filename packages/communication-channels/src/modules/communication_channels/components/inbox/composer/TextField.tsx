import { useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { SendHorizontal } from 'lucide-react'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import { classNames } from '../../classNames.ts'
import { lengthLeft } from './lengthLeft.ts'
import { textLimit } from './limits.ts'

type TextFieldProps = {
  ref?: Ref<HTMLTextAreaElement>
  value: string
  onChange: (text: string) => void
  /** Called with what a person typed, and not with what was put there otherwise. */
  onTyped: (text: string) => void
  onSend: (text: string) => void
  onEscape: (() => void) | undefined
  /** What the text quotes stands right above. */
  isUnderQuote: boolean
  toolbar: ReactNode
}

const tallest = 176

/** Enter sends, Shift+Enter starts a new line; while a word is being composed (Japanese, Korean …) Enter only ends it. */
export function TextField(props: TextFieldProps) {
  const { ref, value, onChange, onTyped, onSend, onEscape, isUnderQuote, toolbar } = props
  const t = useT()
  const hintId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, [])
  const left = lengthLeft(value)
  const canSend = value.trim().length > 0 && value.trim().length <= textLimit

  // The height follows the text, not the reader's drags; measured from zero so that it also shrinks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = '0px'
    field.current.style.height = `${Math.min(field.current.scrollHeight, tallest)}px`
  }, [value])

  const send = (event?: FormEvent) => {
    event?.preventDefault()
    if (!canSend) return
    onSend(value.trim())
    onChange('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onEscape && !event.nativeEvent.isComposing) return onEscape()
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      onSubmit={send}
      className={classNames('bg-card px-2 py-2 md:px-4 md:py-3', !isUnderQuote && 'border-t')}
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
          rows={1}
          dir="auto"
          enterKeyHint="send"
          aria-label={t('communication_channels.inbox.composer.label')}
          aria-describedby={hintId}
          aria-invalid={left !== null && left < 0}
          placeholder={t('communication_channels.inbox.composer.placeholder')}
          className="min-h-11 min-w-0 flex-1 resize-none bg-transparent px-2 py-2.5 text-base leading-6 outline-none placeholder:text-muted-foreground md:min-h-9 md:py-1.5 md:text-[0.9375rem]"
        />
        <IconButton
          type="submit"
          variant="primary"
          disabled={!canSend}
          aria-label={t('communication_channels.inbox.composer.send')}
        >
          <SendHorizontal className="rtl:-scale-x-100" />
        </IconButton>
      </div>
      <div className="flex items-center justify-between gap-3 px-2 text-xs text-muted-foreground">
        <p id={hintId} className="hidden pt-1.5 md:block">
          {t('communication_channels.inbox.composer.hint')}
        </p>
        {left === null ? null : (
          <p
            aria-live="polite"
            className={left < 0 ? 'ms-auto pt-1.5 text-status-error-text' : 'ms-auto pt-1.5'}
          >
            {left < 0
              ? t('communication_channels.inbox.composer.tooLong', { count: -left })
              : t('communication_channels.inbox.composer.left', { count: left })}
          </p>
        )}
      </div>
    </form>
  )
}
