import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useState } from 'react'
import type { ComposerContext } from './composerContext.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { TemplateList } from './TemplateList.tsx'
import type { Template } from './template.ts'
import { inLanguage, type TemplateChoice } from './templateChoices.ts'

type TemplateDialogProps = { composer: ComposerContext; onOpenChange: (isOpen: boolean) => void }

/** First which template, then its language and values beside what the customer will see. */
export function TemplateDialog({ composer, onOpenChange }: TemplateDialogProps) {
  const t = useT()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<{ choice: TemplateChoice; template: Template } | null>(null)
  const choose = (choice: TemplateChoice) => {
    const template = inLanguage(choice, locale)
    if (template) setChosen({ choice, template })
  }
  return (
    <Dialog open onOpenChange={onOpenChange}>
      <DialogContent
        size="lg"
        onCloseAutoFocus={(event) => {
          if (!composer.window.isOpen) return
          // Back on the button its name would pop up over the thread; one goes on in the field.
          event.preventDefault()
          composer.close()
        }}
      >
        <DialogHeader>
          <DialogTitle>{t('channel_whatsapp.templates.title')}</DialogTitle>
          <DialogDescription>{t('channel_whatsapp.templates.description')}</DialogDescription>
        </DialogHeader>
        {chosen ? (
          <TemplateForm
            key={chosen.template.id}
            composer={composer}
            choice={chosen.choice}
            template={chosen.template}
            onLanguage={(template) => setChosen({ ...chosen, template })}
            onBack={() => setChosen(null)}
            onSent={() => onOpenChange(false)}
          />
        ) : (
          <TemplateList
            channelId={composer.channelId}
            policy={composer.policy}
            search={search}
            onSearch={setSearch}
            onChoose={choose}
          />
        )}
      </DialogContent>
    </Dialog>
  )
}
