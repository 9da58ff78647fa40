import { Input } from '@open-mercato/ui/primitives/input'
import { useState } from 'react'
import { TTL } from '../../../lib/templates/lint/limits.ts'
import { useEditor } from '../editorContext.ts'
import { setTtl } from '../model/definition-edits.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'

/** How long Meta may go on trying to deliver, where the usual time does not do. */
export function AdvancedSection() {
  const text = useText()
  const { definition, edit } = useEditor()
  const { min, max } = TTL[definition.category]
  const [isOpen, setIsOpen] = useState(definition.ttlSeconds !== undefined)
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="border-t pt-5"
    >
      <summary className="cursor-pointer text-[0.9375rem] font-semibold tracking-tight">
        {text('advanced.title')}
      </summary>
      <div className="pt-4">
        <EditorField
          path="ttlSeconds"
          label={text('ttl')}
          help={text(`ttl.help.${definition.category}`, { min, max })}
        >
          <Input
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            value={definition.ttlSeconds ?? ''}
            onChange={({ target }) =>
              edit((before) => setTtl(before, target.value ? Math.trunc(Number(target.value)) : null))
            }
          />
        </EditorField>
      </div>
    </details>
  )
}
