import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { useId } from 'react'
import type { MappingView } from '../../../lib/templates/mapping/edit-mapping.ts'
import type { ValueFormat } from '../../../lib/templates/mapping/mapping.ts'
import { FREE, MAPPING_SOURCES } from '../../../lib/templates/mapping/sources.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { readableName } from '../templateChoices.ts'
import { FallbackFields } from './FallbackFields.tsx'
import { type EntryDraft, OWN, UNDECIDED } from './mappingDraft.ts'

type Variable = MappingView['variables'][number]

type MappingRowProps = {
  variable: Variable
  entry: EntryDraft
  isDisabled: boolean
  /** What the server finds wrong with it. */
  errorOf: (field: string) => string | undefined
  onChange: (entry: EntryDraft) => void
}

const formats: ValueFormat[] = ['text', 'money', 'date', 'date_time']

/** Where one value comes from, how it is written, and what stands there when there is none. */
export function MappingRow({ variable, entry, isDisabled, errorOf, onChange }: MappingRowProps) {
  const t = useT()
  const id = useId()
  const say = (key: string) => t(`channel_whatsapp.mapping.${key}`)
  const nameOf = (source: string) => say(`source.${source}`)
  const undecided = variable.guess
    ? t('channel_whatsapp.mapping.source.guessed', { source: nameOf(variable.guess) })
    : nameOf(UNDECIDED)
  const sources = [
    { value: UNDECIDED, label: undecided },
    ...[...Object.keys(MAPPING_SOURCES), OWN, FREE].map((value) => ({ value, label: nameOf(value) })),
  ]
  return (
    <fieldset disabled={isDisabled} className="grid gap-3 rounded-lg border p-3.5">
      <legend className="px-1 text-sm font-medium">{labelOf(t, variable)}</legend>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <FormField
          label={say('source')}
          id={`${id}-source`}
          error={entry.source === OWN ? undefined : errorOf('source')}
          disabled={isDisabled}
        >
          <ChoiceSelect
            value={entry.source}
            choices={sources}
            onChange={(source) => onChange({ ...entry, source })}
          />
        </FormField>
        <FallbackFields
          languages={variable.languages}
          entry={entry}
          isDisabled={isDisabled}
          errorOf={errorOf}
          onChange={onChange}
        />
        {entry.source === OWN ? (
          <FormField
            label={say('ownKey')}
            description={say('ownKey.hint')}
            error={errorOf('source')}
            disabled={isDisabled}
          >
            <Input
              value={entry.ownKey}
              onChange={(event) => onChange({ ...entry, ownKey: event.target.value })}
              maxLength={64}
              dir="ltr"
              autoComplete="off"
            />
          </FormField>
        ) : null}
        {variable.kind === 'text' && entry.source !== UNDECIDED && entry.source !== FREE ? (
          <FormField
            label={say('format')}
            id={`${id}-format`}
            error={errorOf('format')}
            disabled={isDisabled}
          >
            <ChoiceSelect<ValueFormat>
              value={entry.format}
              choices={formats.map((value) => ({ value, label: say(`format.${value}`) }))}
              onChange={(format) => onChange({ ...entry, format })}
            />
          </FormField>
        ) : null}
      </div>
      {variable.link ? (
        <p className="text-[0.8125rem] text-muted-foreground">
          <bdi dir="ltr" className="[overflow-wrap:anywhere]">
            {variable.link}…
          </bdi>
        </p>
      ) : null}
    </fieldset>
  )
}

function labelOf(t: TranslateFn, { path, name, kind }: Variable): string {
  const [, card, place = path] = /^cards\.(\d)\.(.*)$/.exec(path) ?? []
  const named = placeLabel(t, place, name, kind)
  if (card === undefined) return named
  return `${t('channel_whatsapp.templates.card', { number: Number(card) + 1 })}: ${named}`
}

function placeLabel(t: TranslateFn, place: string, name: string, kind: Variable['kind']): string {
  if (kind !== 'text') return t(`channel_whatsapp.templates.field.${kind}`, { button: name })
  if (!/^\d+$/.test(name)) return readableName(name)
  return t(`channel_whatsapp.templates.parameter.${place.split('.')[0]}`, { key: name })
}
