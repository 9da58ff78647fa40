import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import type { RecordForm } from './useRecordForm.ts'

const longestText = 4096

/** Who wants no more has to show nothing: what they said helps whoever asks later. */
export function OptOutFields({ form: { draft, change, errorOf } }: { form: RecordForm }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.record.${key}`)
  return (
    <FormField label={say('text.optOut')} description={say('text.optOut.hint')} error={errorOf('text')}>
      <Textarea
        dir="auto"
        rows={2}
        maxLength={longestText}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
    </FormField>
  )
}
