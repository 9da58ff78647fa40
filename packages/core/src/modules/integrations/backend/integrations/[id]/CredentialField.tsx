import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import type {
  IntegrationCredentialField,
  IntegrationCredentialWebhookHelp,
} from '@open-mercato/shared/modules/integrations/types'
import { WebhookSetupGuide } from '@open-mercato/ui/backend/WebhookSetupGuide'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { Switch } from '@open-mercato/ui/primitives/switch'
import type { ComponentProps } from 'react'
import type { CredentialValue } from './integrationDetail.ts'
import { SecretInput } from './SecretInput.tsx'

type CredentialFieldProps = {
  integrationId: string
  field: IntegrationCredentialField
  value: CredentialValue
  onChange: (value: CredentialValue) => void
  error?: string
  disabled: boolean
}

export function CredentialField(props: CredentialFieldProps) {
  const { integrationId, field, value, onChange, error, disabled } = props
  const t = useT()
  const { label, helpText, placeholder, guide } = fieldTexts(integrationId, field, t)
  return (
    <div className="grid gap-2">
      <FormField
        label={label}
        required={field.required}
        description={helpText}
        error={error}
        orientation={field.type === 'boolean' ? 'horizontal' : 'vertical'}
      >
        <CredentialControl
          field={field}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
          disabled={disabled}
        />
      </FormField>
      {guide ? <WebhookSetupGuide guide={guide} className="w-fit" /> : null}
    </div>
  )
}

type ControlProps = Pick<CredentialFieldProps, 'field' | 'value' | 'onChange'> &
  Pick<ComponentProps<'input'>, 'id' | 'disabled' | 'required' | 'placeholder'> & {
    'aria-invalid'?: boolean
    'aria-describedby'?: string
  }

function CredentialControl({ field, value, onChange, placeholder, ...aria }: ControlProps) {
  const { required: _, ...controlAria } = aria
  const text = String(value ?? '')
  switch (field.type) {
    case 'secret':
      return (
        <SecretInput name={field.key} value={text} onChange={onChange} placeholder={placeholder} {...aria} />
      )
    case 'boolean':
      return <Switch checked={value === true} onCheckedChange={onChange} {...controlAria} />
    case 'select':
      return (
        <Select value={text} onValueChange={onChange} disabled={aria.disabled}>
          <SelectTrigger {...controlAria}>
            <SelectValue placeholder={placeholder} />
          </SelectTrigger>
          <SelectContent>
            {field.options.map((option) => (
              <SelectItem key={option.value} value={option.value}>
                {option.label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )
    default:
      return (
        <Input
          name={field.key}
          type={field.type === 'url' ? 'url' : 'text'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          {...aria}
        />
      )
  }
}

/** As with an integration's title, its module may translate its fields. */
function fieldTexts(integrationId: string, field: IntegrationCredentialField, t: TranslateFn) {
  const key = `${integrationId}.credentials.${field.key}`
  return {
    label: t(`${key}.label`, field.label),
    helpText: field.helpText ? t(`${key}.help`, field.helpText) : undefined,
    placeholder: field.placeholder,
    guide: field.helpDetails ? inOwnWords(field.helpDetails, `${key}.guide`, t) : undefined,
  }
}

function inOwnWords(guide: IntegrationCredentialWebhookHelp, key: string, t: TranslateFn) {
  const { localDevelopment } = guide
  return {
    ...guide,
    title: t(`${key}.title`, guide.title),
    summary: t(`${key}.summary`, guide.summary),
    dashboardPathLabel: t(`${key}.place`, guide.dashboardPathLabel),
    steps: guide.steps.map((step, index) => t(`${key}.step.${index + 1}`, step)),
    ...(localDevelopment?.note && {
      localDevelopment: { ...localDevelopment, note: t(`${key}.note`, localDevelopment.note) },
    }),
  }
}
