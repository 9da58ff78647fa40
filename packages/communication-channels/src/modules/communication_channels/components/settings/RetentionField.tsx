import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Switch } from '@open-mercato/ui/primitives/switch'

type RetentionFieldProps = {
  isOn: boolean
  onToggle: (isOn: boolean) => void
  days: string
  onDays: (days: string) => void
  error: string | undefined
}

/** Whether files are deleted, when, and what that means for those who read the thread later. */
export function RetentionField({ isOn, onToggle, days, onDays, error }: RetentionFieldProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.retention.${key}`)
  return (
    <section className="grid gap-4">
      <FormField
        orientation="horizontal"
        label={say('label')}
        description={say(isOn ? 'description.on' : 'description')}
      >
        <Switch checked={isOn} onCheckedChange={onToggle} />
      </FormField>
      {isOn ? (
        <FormField label={say('days')} description={say('effect')} error={error}>
          <Input
            inputMode="numeric"
            value={days}
            onChange={(event) => onDays(event.target.value)}
            className="w-32"
            autoComplete="off"
          />
        </FormField>
      ) : null}
    </section>
  )
}
