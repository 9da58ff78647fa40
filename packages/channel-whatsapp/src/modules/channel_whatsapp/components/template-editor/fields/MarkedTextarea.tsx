import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import { Bold, Code, Italic, Strikethrough } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { insertText, type Mark, type Selected, toggleMark } from '../model/marks.ts'
import { useText } from '../useText.ts'
import { Count } from './CountedInput.tsx'
import { VariableButton } from './VariableButton.tsx'

const signs = { bold: Bold, italic: Italic, strike: Strikethrough, mono: Code } as const
const shortcuts: Record<string, Mark> = { b: 'bold', i: 'italic' }

type MarkedTextareaProps = { value: string; most: number; onChange: (value: string) => void; id?: string }

/** A text with its marks and variables at hand; `Ctrl+B` and `Ctrl+I` mark too. */
export function MarkedTextarea({ value, most, onChange, ...control }: MarkedTextareaProps) {
  const text = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const next = useRef<Selected | null>(null)
  // The cursor can be put where it belongs only when the new text stands in the field.
  useLayoutEffect(() => {
    const chosen = next.current
    if (!chosen || chosen.text !== value) return
    next.current = null
    area.current?.focus()
    area.current?.setSelectionRange(chosen.start, chosen.end)
  }, [value])
  const apply = (change: (selected: Selected) => Selected) => {
    const { selectionStart: start, selectionEnd: end } = area.current!
    next.current = change({ text: value, start, end })
    onChange(next.current.text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = event.ctrlKey || event.metaKey ? shortcuts[event.key.toLowerCase()] : undefined
    if (!mark) return
    event.preventDefault()
    apply((selected) => toggleMark(selected, mark))
  }
  return (
    <div className="grid gap-2">
      <div role="toolbar" aria-label={text('body.marks')} className="flex flex-wrap items-center gap-1">
        {(Object.keys(signs) as Mark[]).map((mark) => {
          const Sign = signs[mark]
          return (
            <IconButton
              key={mark}
              size="sm"
              variant="outline"
              aria-label={text(`body.mark.${mark}`)}
              onClick={() => apply((selected) => toggleMark(selected, mark))}
            >
              <Sign />
            </IconButton>
          )
        })}
        <VariableButton
          text={value}
          onInsert={(variable) => apply((selected) => insertText(selected, variable))}
        />
        <span className="ms-auto">
          <Count text={value} most={most} />
        </span>
      </div>
      <Textarea
        ref={area}
        dir="auto"
        rows={6}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        {...control}
      />
    </div>
  )
}
