import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import { languageName } from '../../../../lib/policy/reason-params.ts'
import { ChoiceField } from '../../../deliveries/filter/ChoiceField.tsx'
import { asksConfirmation } from './consentDraft.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { TimeField } from './TimeField.tsx'
import type { RecordForm } from './useRecordForm.ts'

const languages = ['en', 'pl', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'cs', 'sk', 'uk', 'ro', 'sv', 'da']
const longestText = 4096

/** What an opt-in is nothing without: what they were shown, and by what one knows. */
export function OptInFields({ form, doubleOptIn }: { form: RecordForm; doubleOptIn: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { draft, change, errorOf } = form
  const say = (key: string) => t(`communication_channels.consents.person.record.${key}`)
  return (
    <>
      <FormField
        required
        label={say(`text.${draft.source}`)}
        description={say('text.why')}
        error={errorOf('text')}
      >
        <Textarea
          dir="auto"
          rows={3}
          maxLength={longestText}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </FormField>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <FormField label={say('version')} error={errorOf('textVersion')}>
          <Input
            autoComplete="off"
            maxLength={100}
            value={draft.textVersion}
            onChange={(event) => change({ textVersion: event.target.value })}
          />
        </FormField>
        <ChoiceField
          label={say('language')}
          value={draft.language}
          none={say('language.none')}
          choices={languages.map((value) => ({ value, label: languageName(value, locale) }))}
          onChange={(language) => change({ language })}
        />
      </div>
      <EvidenceFields
        draft={draft}
        onChange={(evidence) => change({ evidence })}
        errorOf={(field) => errorOf(`evidence.${field}`)}
      />
      {doubleOptIn && asksConfirmation(draft) ? (
        <TimeField
          label={say('confirmedAt')}
          description={say('confirmedAt.hint')}
          value={draft.confirmedAt}
          error={errorOf('confirmedAt')}
          onChange={(confirmedAt) => change({ confirmedAt })}
        />
      ) : null}
    </>
  )
}
