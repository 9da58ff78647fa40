import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Plus } from 'lucide-react'
import type { DraftProps } from '../attach/attachment.ts'
import { DraftInput } from '../attach/DraftInput.tsx'
import { WordField } from '../attach/WordField.tsx'
import { limits } from '../limits.ts'
import { countRows, emptySection, type ListDraft } from './listDraft.ts'
import { SectionFields } from './SectionFields.tsx'

export function ListForm({ draft, onChange }: DraftProps<ListDraft>) {
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.composer.list.${key}`, values)
  const change = (part: Partial<ListDraft>) => onChange({ ...draft, ...part })
  const { sections } = draft
  const rows = countRows(draft)
  return (
    <>
      <WordField part="header" words={draft} limit={limits.header} onChange={change} />
      <WordField part="body" words={draft} limit={limits.listBody} onChange={change} />
      <WordField part="footer" words={draft} limit={limits.footer} onChange={change} />
      <DraftInput
        path="content.label"
        label={say('label')}
        description={say('label.help')}
        value={draft.label}
        onChange={(label) => change({ label })}
        limit={limits.listLabel}
        required
      />
      {sections.map((section, index) => (
        <SectionFields
          key={section.id}
          section={section}
          index={index}
          isOnly={sections.length === 1}
          mayAddRow={rows < limits.rows}
          onChange={(next) =>
            change({ sections: sections.map((other) => (other.id === section.id ? next : other)) })
          }
          onRemove={() => change({ sections: sections.filter(({ id }) => id !== section.id) })}
        />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        {sections.length < limits.sections && rows < limits.rows ? (
          <Button
            variant="outline"
            size="sm"
            onClick={() => change({ sections: [...sections, emptySection()] })}
          >
            <Plus />
            {say('section.add')}
          </Button>
        ) : null}
        <p role="status" className="text-xs text-muted-foreground tabular-nums">
          {say('rows', { count: rows, limit: limits.rows })}
        </p>
      </div>
    </>
  )
}
