import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { useId } from 'react'
import type { Channel } from '../inbox/model/conversation.ts'

const none = 'none'

type DefaultChannelFieldProps = {
  channels: Channel[]
  value: string | null
  onChange: (channelId: string | null) => void
  error: string | undefined
}

/** The number that writes where neither a thread nor a person says which. */
export function DefaultChannelField({ channels, value, onChange, error }: DefaultChannelFieldProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.defaultNumber.${key}`)
  const id = useId()
  return (
    <FormField id={id} label={say('label')} description={say('description')} error={error}>
      <Select value={value ?? none} onValueChange={(chosen) => onChange(chosen === none ? null : chosen)}>
        <SelectTrigger id={id} aria-invalid={error ? true : undefined} className="max-w-md">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={none}>{say('none')}</SelectItem>
          {channels.map((channel) => (
            <SelectItem key={channel.id} value={channel.id}>
              {channel.address ? `${channel.displayName} · ${channel.address}` : channel.displayName}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </FormField>
  )
}
