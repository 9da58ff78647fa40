import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Card, CardContent } from '@open-mercato/ui/primitives/card'
import { type FormEvent, useState } from 'react'
import { FailureAlert } from '../FailureAlert.tsx'
import type { HubSettings } from '../inbox/data/useHubSettings.ts'
import type { Channel } from '../inbox/model/conversation.ts'
import { DefaultChannelField } from './DefaultChannelField.tsx'
import { DeletionQuestion } from './DeletionQuestion.tsx'
import { RetentionField } from './RetentionField.tsx'
import { deletesMore, readDays } from './retention.ts'
import { SaveFooter } from './SaveFooter.tsx'
import { useSaveSettings } from './useSaveSettings.ts'

type SettingsFormProps = { settings: HubSettings; channels: Channel[] }

export function SettingsForm({ settings, channels }: SettingsFormProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.${key}`)
  const [defaultChannelId, setDefaultChannelId] = useState(settings.defaultChannelId)
  const [isDeleting, setIsDeleting] = useState(settings.fileRetentionDays !== null)
  const [days, setDays] = useState(String(settings.fileRetentionDays ?? 90))
  const [wasTried, setWasTried] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const { save, isSaving, failure } = useSaveSettings(() => flash(say('saved'), 'success'))
  const kept = readDays(days)
  const isWrong = isDeleting && kept === undefined
  const wanted = { defaultChannelId, fileRetentionDays: isDeleting ? (kept ?? null) : null }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (isWrong) return
    if (deletesMore(settings.fileRetentionDays, wanted.fileRetentionDays)) setIsAsking(true)
    else save(wanted)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <CardContent className="grid gap-7">
          <RetentionField
            isOn={isDeleting}
            onToggle={setIsDeleting}
            days={days}
            onDays={setDays}
            error={wasTried && isWrong ? say('retention.invalid') : failure?.fieldErrors.fileRetentionDays}
          />
          <DefaultChannelField
            channels={channels}
            value={defaultChannelId}
            onChange={setDefaultChannelId}
            error={failure?.fieldErrors.defaultChannelId}
          />
          {failure ? <FailureAlert failure={failure} /> : null}
        </CardContent>
        <SaveFooter label={say('save')} isSaving={isSaving} />
      </Card>
      {isAsking && kept !== undefined ? (
        <DeletionQuestion
          days={kept}
          onConfirm={() => {
            setIsAsking(false)
            save(wanted)
          }}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </form>
  )
}
