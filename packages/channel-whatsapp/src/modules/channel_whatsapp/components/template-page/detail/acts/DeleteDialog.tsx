import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useId, useState } from 'react'
import { languageName } from '../../../../lib/templates/language-name.ts'
import { readableName } from '../../../templates/templateChoices.ts'
import type { ManagedTemplate } from '../../data/template.ts'
import { useLanguagesOf } from '../../data/useLanguagesOf.ts'
import type { TemplateAction } from '../../data/useTemplateAction.ts'
import { useFormats, useSay } from '../../words/useSay.ts'
import { useUseLines } from '../UsedBy.tsx'

type Extent = Extract<TemplateAction, 'delete' | 'delete_all_languages'>
type DeleteDialogProps = { known: ManagedTemplate; onClose: () => void; onDelete: (extent: Extent) => void }

/** Of a template that Meta never approved the name may be taken again at once. */
const neverApproved = ['PENDING', 'REJECTED', 'LIMIT_EXCEEDED']

/** Asks before it is gone: in which languages, what relies on it, and that its name is blocked afterwards. */
export function DeleteDialog({ known, onClose, onDelete }: DeleteDialogProps) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const { template, usedBy } = known
  const [extent, setExtent] = useState<Extent>('delete')
  const languages = useLanguagesOf(template).data ?? [template.language]
  const uses = useUseLines(usedBy)
  const named = (codes: string[]) => format.list(codes.map((one) => languageName(one, format.locale)))
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent role="alertdialog">
        <DialogHeader>
          <DialogTitle>{say('delete.title', { name: readableName(template.name) })}</DialogTitle>
          <DialogDescription>
            {say(neverApproved.includes(template.status) ? 'delete.text' : 'delete.blocked')}
          </DialogDescription>
        </DialogHeader>
        {languages.length > 1 ? (
          <ExtentChoice
            value={extent}
            onChange={setExtent}
            labels={{
              delete: say('delete.one', { language: named([template.language]) }),
              delete_all_languages: say('delete.all', { languages: named(languages) }),
            }}
          />
        ) : null}
        {uses.length > 0 ? (
          <Alert status="warning">
            <AlertTitle>{say('delete.uses')}</AlertTitle>
            <ul className="list-disc ps-4">
              {uses.map((use) => (
                <li key={use}>{use}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {t('channel_whatsapp.cancel')}
          </Button>
          <Button variant="destructive" onClick={() => onDelete(extent)}>
            {say('delete.confirm')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}

type ExtentChoiceProps = { value: Extent; labels: Record<Extent, string>; onChange: (value: Extent) => void }

function ExtentChoice({ value, labels, onChange }: ExtentChoiceProps) {
  const say = useSay()
  const name = useId()
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{say('delete.extent')}</legend>
      {(['delete', 'delete_all_languages'] as const).map((extent) => (
        <label key={extent} className="flex min-h-11 items-start gap-2.5 py-2 text-sm md:min-h-8 md:py-1">
          <input
            type="radio"
            name={name}
            checked={value === extent}
            onChange={() => onChange(extent)}
            className="mt-px size-4.5 shrink-0 accent-primary"
          />
          {labels[extent]}
        </label>
      ))}
    </fieldset>
  )
}
