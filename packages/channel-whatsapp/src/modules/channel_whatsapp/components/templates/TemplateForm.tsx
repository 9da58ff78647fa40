import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { ArrowLeft, SendHorizontal } from 'lucide-react'
import { type FormEvent, useEffect, useRef } from 'react'
import { languageName } from '../../lib/templates/language-name.ts'
import { ChoiceSelect } from '../choices/ChoiceSelect.tsx'
import type { ComposerContext } from './composerContext.ts'
import { TemplateFields } from './form/TemplateFields.tsx'
import { useTemplateForm } from './form/useTemplateForm.ts'
import { TemplatePreview } from './TemplatePreview.tsx'
import type { Template } from './template.ts'
import { readableName, type TemplateChoice } from './templateChoices.ts'

type TemplateFormProps = {
  composer: ComposerContext
  choice: TemplateChoice
  template: Template
  onLanguage: (template: Template) => void
  onBack: () => void
  onSent: () => void
}

export function TemplateForm({ composer, choice, template, onLanguage, onBack, onSent }: TemplateFormProps) {
  const t = useT()
  const locale = useLocale()
  const form = useTemplateForm({ composer, template, onSent })
  const { isSending, problem, tries } = form
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // What is still missing may be far up in a long form.
    if (tries > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-missing]')?.focus()
  }, [tries])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.send()
  }

  return (
    <form ref={element} onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <div className="grid gap-4">
          <p className="font-medium">{readableName(template.name)}</p>
          {choice.languages.length > 1 ? (
            <FormField label={t('channel_whatsapp.templates.language')} id="template-language">
              <ChoiceSelect
                value={template.id}
                choices={choice.languages.map(({ id, language }) => ({
                  value: id,
                  label: languageName(language, locale),
                }))}
                onChange={(id) => {
                  const other = choice.languages.find((one) => one.id === id)
                  if (other) onLanguage(other)
                }}
              />
            </FormField>
          ) : null}
          <TemplateFields form={form} />
        </div>
        <TemplatePreview template={template} fields={form.fields} values={form.values} files={form.files} />
      </div>
      {problem ? <Alert status="error">{problem}</Alert> : null}
      <DialogFooter
        leading={
          <Button variant="ghost" onClick={onBack} disabled={isSending} className="w-full">
            <ArrowLeft className="rtl:-scale-x-100" />
            {t('channel_whatsapp.templates.back')}
          </Button>
        }
      >
        <div className="flex items-center gap-2">
          {composer.sendLater(isSending, (scheduledAt) => void form.send(scheduledAt))}
          <Button type="submit" disabled={isSending} className="flex-1">
            {isSending ? <Spinner size="sm" /> : <SendHorizontal className="rtl:-scale-x-100" />}
            {t('channel_whatsapp.templates.send')}
          </Button>
        </div>
      </DialogFooter>
    </form>
  )
}
