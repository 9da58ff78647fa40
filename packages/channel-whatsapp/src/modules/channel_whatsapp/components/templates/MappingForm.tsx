import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, useState } from 'react'
import type { MappingView } from '../../lib/templates/mapping/edit-mapping.ts'
import { problemText } from '../problemText.ts'
import { ProviderRequestFailed } from '../request.ts'
import { MappingRow } from './mapping/MappingRow.tsx'
import { draftOf, type MappingDraft, mappingOf } from './mapping/mappingDraft.ts'
import { useMapping } from './mapping/useMapping.ts'

type MappingFormProps = {
  connectionId: string
  /** Of the template; what is decided holds for all its languages. */
  name: string
  /** Who may not change it still sees it. */
  isReadOnly?: boolean
}

/** Decides where the values of a template come from, and what stands there when there is none. */
export function MappingForm({ connectionId, name, isReadOnly = false }: MappingFormProps) {
  const t = useT()
  const { stored, save } = useMapping(connectionId, name)
  if (stored.isPending) {
    return (
      <div role="status">
        <span className="sr-only">{t('channel_whatsapp.mapping.loading')}</span>
        <Skeleton className="h-24" />
      </div>
    )
  }
  if (stored.isError) {
    return (
      <ErrorMessage
        label={t('channel_whatsapp.mapping.failed')}
        action={
          <Button variant="outline" onClick={() => void stored.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  return (
    <Fields
      // Read again with other variables it begins anew; with the same ones what somebody is typing stays.
      key={stored.data.variables.map(({ path }) => path).join(' ')}
      view={stored.data}
      isReadOnly={isReadOnly}
      isSaving={save.isPending}
      fieldErrors={save.error instanceof ProviderRequestFailed ? save.error.fieldErrors : {}}
      problem={save.isError ? problemText(t, save.error, t('channel_whatsapp.mapping.notSaved')) : null}
      onSave={(draft) =>
        save.mutate(mappingOf(draft, stored.data.variables), {
          onSuccess: () => flash(t('channel_whatsapp.mapping.saved'), 'success'),
        })
      }
    />
  )
}

type FieldsProps = {
  view: MappingView
  isReadOnly: boolean
  isSaving: boolean
  fieldErrors: Record<string, string>
  problem: string | null
  onSave: (draft: MappingDraft) => void
}

function Fields({ view, isReadOnly, isSaving, fieldErrors, problem, onSave }: FieldsProps) {
  const t = useT()
  const [draft, setDraft] = useState(() => draftOf(view))
  if (view.variables.length === 0) {
    return <p className="text-sm text-muted-foreground">{t('channel_whatsapp.mapping.none')}</p>
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(draft)
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-sm text-muted-foreground">{t('channel_whatsapp.mapping.description')}</p>
      {view.variables.map((variable) => (
        <MappingRow
          key={variable.path}
          variable={variable}
          entry={draft[variable.path]!}
          isDisabled={isReadOnly || isSaving}
          errorOf={(field) => fieldErrors[`mapping.${variable.path}.${field}`]}
          onChange={(entry) => setDraft({ ...draft, [variable.path]: entry })}
        />
      ))}
      {problem ? <Alert status="error">{problem}</Alert> : null}
      {isReadOnly ? null : (
        <Button type="submit" disabled={isSaving} className="w-fit">
          {isSaving ? <Spinner size="sm" /> : null}
          {t('channel_whatsapp.mapping.save')}
        </Button>
      )}
    </form>
  )
}
