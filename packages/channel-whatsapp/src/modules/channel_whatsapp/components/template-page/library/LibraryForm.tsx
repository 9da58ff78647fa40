import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { ArrowLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { problemText } from '../../problemText.ts'
import { ProviderRequestFailed } from '../../request.ts'
import { PhoneMessage } from '../../template-editor/preview/PhoneMessage.tsx'
import { type LibraryTemplate, useLibraryTemplate } from '../data/useLibrary.ts'
import { useSay } from '../words/useSay.ts'
import { buttonAsks, buttonInputs } from './buttonInputs.ts'
import { libraryComponents } from './libraryComponents.ts'

type LibraryFormProps = {
  connectionId: string
  template: LibraryTemplate
  onBack: () => void
  onCreated: () => void
}

/** What Meta's template is called here, and where its buttons lead. */
export function LibraryForm({ connectionId, template, onBack, onCreated }: LibraryFormProps) {
  const t = useT()
  const say = useSay()
  const create = useLibraryTemplate()
  const [name, setName] = useState(template.name)
  const [typed, setTyped] = useState<Record<number, string>>({})
  const [wasTried, setWasTried] = useState(false)
  const asks = buttonAsks(template)
  const told = create.error instanceof ProviderRequestFailed ? create.error.fieldErrors : {}
  const isMissing = (value: string | undefined) => wasTried && !value?.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (!name.trim() || asks.some(({ index }) => !typed[index]?.trim())) return
    const inputs = buttonInputs(template, typed)
    const use = {
      connectionId,
      name: name.trim(),
      language: template.language,
      libraryTemplateName: template.name,
      ...(inputs.length > 0 ? { buttonInputs: inputs } : {}),
    }
    create.mutate(use, {
      onSuccess: ({ template: { status } }) => {
        flash(say(status === 'APPROVED' ? 'library.approved' : 'review.submitted'), 'success')
        onCreated()
      },
    })
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <div className="grid gap-4">
          <FormField
            label={say('library.name')}
            description={say('library.name.help')}
            error={isMissing(name) ? say('library.missing') : told.name}
            required
          >
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={512}
              dir="ltr"
              autoComplete="off"
            />
          </FormField>
          {asks.map(({ index, type, text }) => (
            <FormField
              key={index}
              label={say(`library.button.${type}`, { text })}
              error={isMissing(typed[index]) ? say('library.missing') : buttonError(told, index)}
              required
            >
              <Input
                value={typed[index] ?? ''}
                onChange={(event) => setTyped({ ...typed, [index]: event.target.value })}
                inputMode={type === 'URL' ? 'url' : 'tel'}
                placeholder={type === 'URL' ? 'https://shop.example.com' : '+48 22 123 45 01'}
                dir="ltr"
                autoComplete="off"
              />
            </FormField>
          ))}
        </div>
        <PhoneMessage components={libraryComponents(template)} language={template.language} />
      </div>
      {create.isError ? (
        <Alert status="error">{problemText(t, create.error, say('library.notCreated'))}</Alert>
      ) : null}
      <DialogFooter
        leading={
          <Button variant="ghost" onClick={onBack} disabled={create.isPending} className="w-full">
            <ArrowLeft className="rtl:-scale-x-100" /> {say('library.back')}
          </Button>
        }
      >
        <Button type="submit" disabled={create.isPending}>
          {create.isPending ? <Spinner size="sm" /> : null}
          {say('library.use')}
        </Button>
      </DialogFooter>
    </form>
  )
}

/** Errors are told of `buttonInputs.<place>…`. */
function buttonError(told: Record<string, string>, index: number): string | undefined {
  return Object.entries(told).find(([path]) => path.startsWith(`buttonInputs.${index}`))?.[1]
}
