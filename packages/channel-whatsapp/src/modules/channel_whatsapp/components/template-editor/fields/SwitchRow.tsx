import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Switch } from '@open-mercato/ui/primitives/switch'

type SwitchRowProps = { label: string; help?: string; isOn: boolean; onChange: (isOn: boolean) => void }

export function SwitchRow({ label, help, isOn, onChange }: SwitchRowProps) {
  return (
    <FormField label={label} description={help} orientation="horizontal">
      <Switch checked={isOn} onCheckedChange={onChange} />
    </FormField>
  )
}
