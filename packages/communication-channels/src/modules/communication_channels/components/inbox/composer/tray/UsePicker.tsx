import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import type { SendableAs } from '../../model/file.ts'
import type { SendUse, TrayItem } from '../../model/trayItem.ts'

type UsePickerProps = { item: TrayItem; onChoose: (use: SendUse) => void }

/** As what the file goes out. Only what is possible is offered, with what it takes. */
export function UsePicker({ item, onChoose }: UsePickerProps) {
  const t = useT()
  const { original, converted, use, name } = item
  const offered = original?.as.filter((one) => one.ok || one.convertible || one.type === use) ?? []
  const label = ({ type, ok, convertible }: SendableAs) => {
    const kind = t(`communication_channels.inbox.tray.as.${type}`)
    if (ok || !convertible) return kind
    const isDone = converted?.use === type
    return t(`communication_channels.inbox.tray.as.${isDone ? 'converted' : 'toConvert'}`, { kind })
  }
  const [only] = offered
  if (!use || !only) return null
  if (offered.length === 1) {
    return (
      <p className="text-xs text-muted-foreground">
        {t('communication_channels.inbox.tray.goesAs', { kind: label(only) })}
      </p>
    )
  }
  return (
    <Select value={use} onValueChange={(next) => onChoose(next as SendUse)}>
      <SelectTrigger
        size="xs"
        aria-label={t('communication_channels.inbox.tray.as.label', { name })}
        className="w-auto min-w-0 max-w-full text-[0.8125rem]"
      >
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {offered.map((one) => (
          <SelectItem key={one.type} value={one.type}>
            {label(one)}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
}
