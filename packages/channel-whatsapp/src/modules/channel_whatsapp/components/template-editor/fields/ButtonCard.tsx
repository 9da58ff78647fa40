import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Trash2 } from 'lucide-react'
import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { BUTTON_TEXT_MAX } from '../../../lib/templates/lint/limits.ts'
import { usePlace } from '../editorContext.ts'
import { hasOwnText } from '../model/button-kinds.ts'
import { changeButton } from '../model/buttons.ts'
import { useText } from '../useText.ts'
import { ButtonFields } from './ButtonFields.tsx'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { type Move, MoveButtons } from './MoveButtons.tsx'
import { PathNotes } from './PathNotes.tsx'

type ButtonCardProps = {
  button: DefinitionButton
  index: number
  path: string
  /** Left out where the shape is another's to change. */
  onMove?: Move
  onRemove?: () => void
}

/** One button with the fields of its kind. */
export function ButtonCard({ button, index, path, onMove, onRemove }: ButtonCardProps) {
  const text = useText()
  const { change } = usePlace()
  const name = `${index + 1}. ${text(`button.kind.${button.type}`)}`
  const write = (more: Record<string, unknown>) => change((before) => changeButton(before, index, more))
  return (
    <fieldset className="grid gap-3 rounded-lg border bg-card p-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center gap-1">
        <span aria-hidden="true" className="me-auto text-sm font-medium">
          {name}
        </span>
        {onMove ? <MoveButtons name={name} move={onMove} /> : null}
        {onRemove ? (
          <IconButton size="sm" aria-label={text('remove', { name })} onClick={onRemove}>
            <Trash2 />
          </IconButton>
        ) : null}
      </div>
      {hasOwnText(button.type) ? (
        <EditorField path={`${path}.text`} label={text('button.text')} required>
          <CountedInput
            most={BUTTON_TEXT_MAX}
            value={('text' in button && button.text) || ''}
            onChange={(typed) => write({ text: typed })}
          />
        </EditorField>
      ) : (
        <p className="text-[0.8125rem] text-muted-foreground">{text('button.ownText')}</p>
      )}
      <ButtonFields button={button} index={index} path={path} write={write} />
      <PathNotes paths={[path]} />
    </fieldset>
  )
}
