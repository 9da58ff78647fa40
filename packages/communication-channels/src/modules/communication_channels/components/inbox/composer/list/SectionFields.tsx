import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Plus, Trash2 } from 'lucide-react'
import { DraftInput } from '../attach/DraftInput.tsx'
import { RemovablePart } from '../attach/RemovablePart.tsx'
import { limits } from '../limits.ts'
import { emptyRow, type RowDraft, rowPath, type SectionDraft, sectionPath } from './listDraft.ts'

type SectionFieldsProps = {
  section: SectionDraft
  index: number
  isOnly: boolean
  mayAddRow: boolean
  onChange: (section: SectionDraft) => void
  onRemove: () => void
}

export function SectionFields(props: SectionFieldsProps) {
  const { section, index, isOnly, mayAddRow, onChange, onRemove } = props
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.composer.list.${key}`, values)
  const { rows } = section
  const changeRow = (id: string, part: Partial<RowDraft>) =>
    onChange({ ...section, rows: rows.map((row) => (row.id === id ? { ...row, ...part } : row)) })
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-lg border p-3">
      <legend className="px-1 text-sm font-medium">{say('section', { number: index + 1 })}</legend>
      <DraftInput
        path={sectionPath(index)}
        label={say('section.title')}
        value={section.title}
        onChange={(title) => onChange({ ...section, title })}
        limit={limits.sectionTitle}
        required={!isOnly}
      />
      {rows.map((row, at) => (
        <RemovablePart
          key={row.id}
          label={say('row.remove', { number: at + 1 })}
          onRemove={
            rows.length > 1
              ? () => onChange({ ...section, rows: rows.filter(({ id }) => id !== row.id) })
              : null
          }
        >
          <div className="grid gap-2">
            <DraftInput
              path={rowPath(index, at, 'title')}
              label={say('row.title', { number: at + 1 })}
              value={row.title}
              onChange={(title) => changeRow(row.id, { title })}
              limit={limits.rowTitle}
              required
            />
            <DraftInput
              path={rowPath(index, at, 'description')}
              label={say('row.description')}
              value={row.description}
              onChange={(description) => changeRow(row.id, { description })}
              limit={limits.rowDescription}
            />
          </div>
        </RemovablePart>
      ))}
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          variant="ghost"
          size="sm"
          disabled={!mayAddRow}
          onClick={() => onChange({ ...section, rows: [...rows, emptyRow()] })}
        >
          <Plus />
          {say('row.add')}
        </Button>
        {isOnly ? null : (
          <Button variant="destructive-ghost" size="sm" onClick={onRemove}>
            <Trash2 />
            {say('section.remove', { number: index + 1 })}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
