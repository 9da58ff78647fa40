import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useRef } from 'react'
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useEditor } from '../editorContext.ts'
import { setCategory } from '../model/definition-edits.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'

type Category = TemplateDefinition['category']
const CATEGORIES: Category[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']

/** What the message is for, what that means and what it costs. */
export function CategoryField() {
  const t = useT()
  const text = useText()
  const { definition, edit, edited } = useEditor()
  const { category } = definition
  const formerly = useRef<TemplateDefinition['components'] | null>(null)
  const isLocked = edited !== null && !edited.limits.canChangeCategory
  const choose = (next: Category) => {
    if (next === 'AUTHENTICATION') formerly.current = definition.components
    edit((before) => setCategory(before, next, formerly.current))
  }
  return (
    <EditorField
      path="category"
      label={text('category')}
      help={
        <>
          {text(`category.about.${category}`)}{' '}
          <strong className="font-medium">{text(`category.cost.${category}`)}</strong>
          {isLocked ? <span className="mt-1 block">{text('category.locked')}</span> : null}
        </>
      }
    >
      <ChoiceSelect<Category>
        value={category}
        choices={CATEGORIES.map((value) => ({
          value,
          label: t(`channel_whatsapp.templates.category.${value}`),
        }))}
        disabled={isLocked}
        onChange={choose}
      />
    </EditorField>
  )
}
