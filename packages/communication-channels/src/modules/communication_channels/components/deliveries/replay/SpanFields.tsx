import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { useState } from 'react'
import { deliveryFilters } from '../delivery.ts'
import { ChoiceField } from '../filter/ChoiceField.tsx'
import { isoTime, localTime } from '../filter/logFilter.ts'
import type { ReplayRequest } from './replay.ts'

type Span = Exclude<ReplayRequest, { ids: string[] }>

type SpanFieldsProps = {
  first: Span
  /** Null while the fields name no time. */
  onChange: (wanted: Span | null) => void
  isDisabled: boolean
}

/** From when to when, and which of it. */
export function SpanFields({ first, onChange, isDisabled }: SpanFieldsProps) {
  const t = useT()
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)
  const [span, setSpan] = useState<{ from: string | null; to: string | null; outcome: string | null }>({
    from: first.from,
    to: first.to,
    outcome: first.outcome ?? null,
  })
  const isBackward = span.from !== null && span.to !== null && span.from >= span.to
  const change = (part: Partial<typeof span>) => {
    const next = { ...span, ...part }
    setSpan(next)
    const { from, to } = next
    const outcome = deliveryFilters.find((known) => known === next.outcome)
    onChange(from && to && from < to ? { from, to, ...(outcome && { outcome }) } : null)
  }
  return (
    <fieldset disabled={isDisabled} className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
      <legend className="sr-only">{text('replay.title_span')}</legend>
      <FormField label={text('time.from')}>
        <Input
          type="datetime-local"
          value={localTime(span.from)}
          onChange={(event) => change({ from: isoTime(event.target.value) })}
        />
      </FormField>
      <FormField label={text('time.to')} error={isBackward ? text('time.backward') : undefined}>
        <Input
          type="datetime-local"
          value={localTime(span.to)}
          onChange={(event) => change({ to: isoTime(event.target.value) })}
        />
      </FormField>
      <ChoiceField
        label={text('replay.which')}
        value={span.outcome}
        none={text('filter.all')}
        choices={deliveryFilters.map((one) => ({ value: one, label: text(`filter.${one}`) }))}
        onChange={(outcome) => change({ outcome })}
      />
    </fieldset>
  )
}
