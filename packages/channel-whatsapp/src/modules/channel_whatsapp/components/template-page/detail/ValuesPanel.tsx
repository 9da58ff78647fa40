import { Button } from '@open-mercato/ui/primitives/button'
import { useState } from 'react'
import { MappingForm } from '../../templates/MappingForm.tsx'
import type { TemplateRow } from '../data/template.ts'
import { Panel } from '../parts/Panel.tsx'
import { useSay } from '../words/useSay.ts'

type ValuesPanelProps = { template: TemplateRow; mayManage: boolean }

/** Where the values of its variables come from; folded, for it is decided once. */
export function ValuesPanel({ template, mayManage }: ValuesPanelProps) {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Panel
      title={say('values.title')}
      action={
        <Button variant="outline" size="sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {say(isOpen ? 'values.hide' : 'values.show')}
        </Button>
      }
    >
      {isOpen ? (
        <MappingForm connectionId={template.connectionId} name={template.name} isReadOnly={!mayManage} />
      ) : null}
    </Panel>
  )
}
