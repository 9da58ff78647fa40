import { Button } from '@open-mercato/ui/primitives/button'
import { Eye, PenLine, Send, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { SaveState } from './data/draft-saver.ts'
import { useEditor } from './editorContext.ts'
import { SaveStateNote } from './SaveStateNote.tsx'
import { useText } from './useText.ts'

type EditorBarProps = {
  saveState: SaveState
  saveError: unknown
  isDraft: boolean
  isPreview: boolean
  onPreview: (isPreview: boolean) => void
  onRetry: () => void
  onDelete: () => void
  onSubmit: () => void
}

/** Where the draft stands, and what is done with it. */
export function EditorBar(props: EditorBarProps) {
  const { saveState, saveError, isDraft, isPreview, onPreview, onRetry, onDelete, onSubmit } = props
  const text = useText()
  const id = useId()
  const { findings, refusals, edited } = useEditor()
  const refused = [...findings.filter(({ level }) => level === 'refused'), ...refusals].filter(
    ({ path }) => path !== '',
  ).length
  const isClosed = edited !== null && !edited.limits.canEdit
  const reason = isClosed
    ? text('limits.closed')
    : refused > 0
      ? text('submit.refused', { count: refused })
      : undefined
  return (
    <footer className="flex flex-wrap items-center gap-2 border-t bg-popover px-5 py-3 sm:px-6">
      <SaveStateNote state={saveState} error={saveError} onRetry={onRetry} />
      <div className="ms-auto flex flex-wrap items-center justify-end gap-2">
        {isDraft ? (
          <Button variant="destructive-ghost" className="max-sm:px-3" onClick={onDelete}>
            <Trash2 />
            <span className="max-sm:sr-only">{text(edited ? 'delete.edit' : 'delete')}</span>
          </Button>
        ) : null}
        <Button variant="outline" className="lg:hidden" onClick={() => onPreview(!isPreview)}>
          {isPreview ? <PenLine /> : <Eye />}
          {text(isPreview ? 'write' : 'preview.title')}
        </Button>
        {/* What Meta would refuse does not disable it: pressed, it leads to what stands in the way. */}
        <Button
          disabled={isClosed}
          className={reason ? 'opacity-55' : undefined}
          aria-describedby={reason ? id : undefined}
          onClick={onSubmit}
        >
          <Send className="rtl:-scale-x-100" />
          {text('submit')}
          {refused > 0 ? (
            <span
              aria-hidden="true"
              className="rounded-full bg-primary-foreground/20 px-1.5 text-xs tabular-nums"
            >
              {refused}
            </span>
          ) : null}
        </Button>
        <span id={id} className="sr-only">
          {reason}
        </span>
      </div>
    </footer>
  )
}
