import { type TranslateFn, useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { ArrowLeft, SendHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ComposerContext } from './composerContext.ts'
import { HeaderFileField } from './HeaderFileField.tsx'
import { PhonePreview } from './PhonePreview.tsx'
import {
  missingParameters,
  type Template,
  type TemplateParameter,
  type TemplateValues,
  toContent,
  valueKey,
} from './template.ts'
import { languageName, readableName, type TemplateChoice } from './templateChoices.ts'
import { useHeaderFile } from './useHeaderFile.ts'

type TemplateFormProps = {
  composer: ComposerContext
  choice: TemplateChoice
  template: Template
  onLanguage: (template: Template) => void
  onBack: () => void
  onSent: () => void
}

/** What the hub rejects with; a field is named by where its value stands in the request. */
type SendRefused = Error & {
  code?: string
  action?: string | null
  fieldErrors?: Record<string, string>
}

/** Parameters are numbered or named; a name says more than where it stands. */
function parameterLabel(t: TranslateFn, parameter: TemplateParameter): string {
  if (!/^\d+$/.test(parameter.key)) return readableName(parameter.key)
  return t(`channel_whatsapp.templates.parameter.${parameter.component}`, { key: parameter.key })
}

export function TemplateForm({ composer, choice, template, onLanguage, onBack, onSent }: TemplateFormProps) {
  const t = useT()
  const locale = useLocale()
  const [values, setValues] = useState<TemplateValues>({})
  const [wasTried, setWasTried] = useState(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({})
  const header = useHeaderFile(composer.channelId, template.headerMedia)
  const fileId = header.file.stage === 'ready' ? header.file.fileId : null
  const isFileMissing = template.headerMedia !== null && fileId === null
  const missing = new Set(missingParameters(template, values).map(valueKey))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const send = async (scheduledAt?: string) => {
    setWasTried(true)
    if (missing.size > 0 || isFileMissing || isSending) return
    setIsSending(true)
    setProblem(null)
    setFieldErrors({})
    try {
      const content = toContent(template, values, fileId)
      await (scheduledAt ? composer.send(content, { scheduledAt }) : composer.send(content))
      onSent()
    } catch (error) {
      const { code, message, action, fieldErrors: told = {} } = error as SendRefused
      setFieldErrors(told)
      const known = (part: string, otherwise: string) =>
        t(
          `communication_channels.problem.${code}.${part}`,
          t(`channel_whatsapp.problem.${code}.${part}`, otherwise || ' '),
        ).trim()
      const sentences = [known('reason', message), known('action', action ?? '')].filter(Boolean).join(' ')
      setProblem(sentences || t('channel_whatsapp.templates.sendFailed'))
      setIsSending(false)
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <div className="grid gap-4">
          <p className="font-medium">{readableName(template.name)}</p>
          {choice.languages.length > 1 ? (
            <FormField label={t('channel_whatsapp.templates.language')} id="template-language">
              <Select
                value={template.id}
                onValueChange={(id) => {
                  const other = choice.languages.find((one) => one.id === id)
                  if (other) onLanguage(other)
                }}
              >
                <SelectTrigger id="template-language">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {choice.languages.map((one) => (
                    <SelectItem key={one.id} value={one.id}>
                      {languageName(one.language, locale)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            </FormField>
          ) : null}
          {template.headerMedia ? (
            <HeaderFileField
              kind={template.headerMedia}
              file={header.file}
              isMissing={wasTried && header.file.stage === 'none'}
              onChoose={header.choose}
              onRemove={header.remove}
            />
          ) : null}
          {template.parameters.map((parameter) => {
            const key = valueKey(parameter)
            return (
              <FormField
                key={key}
                label={parameterLabel(t, parameter)}
                required
                error={
                  wasTried && missing.has(key)
                    ? t('channel_whatsapp.templates.parameter.missing')
                    : fieldErrors[`content.parameters.${key}`]
                }
              >
                <Input
                  value={values[key] ?? ''}
                  onChange={(event) => {
                    setValues({ ...values, [key]: event.target.value })
                    setFieldErrors(({ [`content.parameters.${key}`]: _, ...others }) => others)
                  }}
                  placeholder={parameter.example ?? undefined}
                  dir="auto"
                  maxLength={1024}
                  autoComplete="off"
                />
              </FormField>
            )
          })}
          {template.parameters.length === 0 && !template.headerMedia ? (
            <p className="text-sm text-muted-foreground">{t('channel_whatsapp.templates.noParameters')}</p>
          ) : null}
        </div>
        <PhonePreview template={template} values={values} file={header.file} />
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
          {composer.sendLater(isSending, (scheduledAt) => void send(scheduledAt))}
          <Button type="submit" disabled={isSending} className="flex-1">
            {isSending ? <Spinner size="sm" /> : <SendHorizontal className="rtl:-scale-x-100" />}
            {t('channel_whatsapp.templates.send')}
          </Button>
        </div>
      </DialogFooter>
    </form>
  )
}
