import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import { type FormEvent, useState } from 'react'
import { ChoiceField } from '../../deliveries/filter/ChoiceField.tsx'
import { ColumnHelp } from './ColumnHelp.tsx'
import { type ImportDefaults, type ImportPurpose, importPurposes } from './consentImport.ts'
import { FileField } from './FileField.tsx'
import { Refused } from './Refused.tsx'
import { failureOf, useUpload } from './useImportActs.ts'

type ChooseStepProps = {
  /** What was said of the list that is handed in once more. */
  defaults: ImportDefaults | null
  onTaken: (id: string) => void
  onClose: () => void
}

type Terms = { text: string; textVersion: string; language: string; document: string }

function termsOf(defaults: ImportDefaults | null): Terms {
  const { text, textVersion, language, document } = defaults ?? {}
  return {
    ...{ text: text ?? '', textVersion: textVersion ?? '' },
    ...{ language: language ?? '', document: document ?? '' },
  }
}

/** Which list, and what holds for everybody on it. */
export function ChooseStep({ defaults, onTaken, onClose }: ChooseStepProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  const [file, setFile] = useState<File | null>(null)
  const [purpose, setPurpose] = useState<ImportPurpose | null>(defaults ? defaults.purpose : 'marketing')
  const [terms, setTerms] = useState(() => termsOf(defaults))
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const upload = useUpload(onTaken)
  const failure = upload.isError ? failureOf(upload.error) : null

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!file) return
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...terms, purpose: purpose ?? '' })) {
      if (value.trim() !== '') form.set(name, value)
    }
    form.set('file', file)
    upload.mutate(form, {
      onError: (error) => /^column_/.test(failureOf(error).code) && setIsHelpOpen(true),
    })
  }
  const change = (name: keyof Terms) => (event: { target: { value: string } }) =>
    setTerms((was) => ({ ...was, [name]: event.target.value }))

  return (
    <form onSubmit={send} className="grid grid-cols-1 gap-5">
      <FileField
        file={file}
        onChange={(chosen) => {
          upload.reset()
          setFile(chosen)
        }}
      />
      {failure ? <Refused failure={failure} /> : null}
      <ColumnHelp isOpen={isHelpOpen} onToggle={setIsHelpOpen} />
      <fieldset className="grid grid-cols-1 items-start gap-4 rounded-lg border px-4 pb-4 pt-1 sm:grid-cols-2">
        <legend className="-ms-1 px-1 text-sm font-medium">{say('forAll')}</legend>
        <p className="col-span-full text-[0.8125rem] leading-relaxed text-muted-foreground">
          {say('forAll.why')}
        </p>
        <ChoiceField
          label={say('purpose')}
          value={purpose}
          none={say('purpose.none')}
          choices={importPurposes.map((value) => ({ value, label: say(`purpose.${value}`) }))}
          onChange={(chosen) => setPurpose(importPurposes.find((known) => known === chosen) ?? null)}
        />
        <FormField label={say('document')} description={say('document.why')}>
          <Input value={terms.document} onChange={change('document')} maxLength={500} autoComplete="off" />
        </FormField>
        <div className="col-span-full">
          <FormField label={say('text')} description={say('text.why')}>
            <Textarea dir="auto" rows={3} value={terms.text} onChange={change('text')} maxLength={4096} />
          </FormField>
        </div>
        <FormField label={say('textVersion')}>
          <Input
            value={terms.textVersion}
            onChange={change('textVersion')}
            maxLength={100}
            autoComplete="off"
          />
        </FormField>
        <FormField label={say('language')} description={say('language.why')}>
          <Input value={terms.language} onChange={change('language')} maxLength={35} autoComplete="off" />
        </FormField>
      </fieldset>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="outline" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button type="submit" disabled={!file || upload.isPending}>
          {upload.isPending ? <Spinner size="sm" /> : null}
          {say('check')}
        </Button>
      </div>
    </form>
  )
}
