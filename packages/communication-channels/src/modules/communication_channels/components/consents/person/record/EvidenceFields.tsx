import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { useId } from 'react'
import { type ConsentDraft, evidenceAsked } from './consentDraft.ts'
import type { EvidenceField } from './consentRequest.ts'

const longest = 500

type EvidenceFieldsProps = {
  draft: ConsentDraft
  onChange: (evidence: ConsentDraft['evidence']) => void
  errorOf: (field: EvidenceField) => string | undefined
}

/** By what one can show later that they agreed: which there can be depends on where they did. */
export function EvidenceFields({ draft, onChange, errorOf }: EvidenceFieldsProps) {
  const t = useT()
  const id = useId()
  const say = (key: string) => t(`communication_channels.consents.person.record.${key}`)
  return (
    <fieldset
      aria-describedby={id}
      className="grid min-w-0 grid-cols-1 gap-3 rounded-lg border px-3.5 pb-3.5 sm:grid-cols-2"
    >
      <legend className="-ms-1 px-1 text-sm font-medium">{say('evidence')}</legend>
      <p id={id} className="col-span-full text-[0.8125rem] leading-relaxed text-muted-foreground">
        {say('evidence.why')}
      </p>
      {evidenceAsked(draft).map((field) => (
        <div key={field} className={field === 'note' ? 'col-span-full' : undefined}>
          <FormField
            label={say(`evidence.${field}`)}
            description={field === 'note' ? say(`evidence.note.${draft.source}`) : undefined}
            error={errorOf(field)}
          >
            <Input
              dir={field === 'note' ? 'auto' : 'ltr'}
              autoComplete="off"
              maxLength={longest}
              value={draft.evidence[field] ?? ''}
              onChange={(event) => onChange({ ...draft.evidence, [field]: event.target.value })}
            />
          </FormField>
        </div>
      ))}
    </fieldset>
  )
}
