import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useState } from 'react'
import { languageName } from '../../../../lib/templates/language-name.ts'
import { languageChoices } from '../../../template-editor/model/languages.ts'
import type { ManagedTemplate } from '../../data/template.ts'
import { useLanguagesOf } from '../../data/useLanguagesOf.ts'
import { copyOf } from '../../definition/copyOf.ts'
import { useEditorDoor } from '../../editorDoor.ts'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { useFormats, useSay } from '../../words/useSay.ts'

type TranslateDialogProps = { template: ManagedTemplate['template']; onClose: () => void }

/** The same template in a language that it is not in yet; the texts are then rewritten in the editor. */
export function TranslateDialog({ template, onClose }: TranslateDialogProps) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const openEditor = useEditorDoor()
  const there = useLanguagesOf(template).data ?? [template.language]
  const [language, setLanguage] = useState<string | null>(null)
  const choices = languageChoices(format.locale, '')
    .filter(({ code }) => !there.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }))
  const translate = () => {
    if (!language) return
    onClose()
    openEditor({ connectionId: template.connectionId, initial: copyOf(template, { language }) })
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{say('translate.title')}</DialogTitle>
          <DialogDescription>
            {say('translate.description', {
              languages: format.list(there.map((one) => languageName(one, format.locale))),
            })}
          </DialogDescription>
        </DialogHeader>
        <ChoiceField
          label={say('column.language')}
          value={language}
          none={say('translate.choose')}
          choices={choices}
          onChange={setLanguage}
        />
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {t('channel_whatsapp.cancel')}
          </Button>
          <Button onClick={translate} disabled={!language}>
            {say('translate.confirm')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
