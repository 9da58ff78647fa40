import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Card, CardContent } from '@open-mercato/ui/primitives/card'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Switch } from '@open-mercato/ui/primitives/switch'
import { useState } from 'react'
import { FailureAlert } from '../FailureAlert.tsx'
import type { HubSettings } from '../inbox/data/useHubSettings.ts'
import { fullTime } from '../inbox/model/times.ts'
import { HoldReason } from './HoldReason.tsx'
import { useSaveSettings } from './useSaveSettings.ts'

/** Keeps everything that age would delete, for as long as somebody has to be able to look at it. */
export function LegalHoldCard({ hold }: { hold: HubSettings['legalHold'] }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.settings.hold.${key}`, values)
  const [isAskingWhy, setIsAskingWhy] = useState(false)
  const { save, isSaving, failure } = useSaveSettings(() => setIsAskingWhy(false))
  const { confirm, ConfirmDialogElement } = useConfirmDialog()

  const toggle = async (isOn: boolean) => {
    if (isOn) return setIsAskingWhy(true)
    const isSure = await confirm({
      title: say('off.title'),
      text: say('off.text'),
      confirmText: say('off.confirm'),
      cancelText: say('off.keep'),
      variant: 'destructive',
    })
    if (isSure) save({ legalHold: null })
  }
  return (
    <Card>
      <CardContent className="grid gap-4">
        <FormField
          orientation="horizontal"
          label={say('label')}
          description={say(hold ? 'description.on' : 'description')}
        >
          <Switch checked={hold !== null} disabled={isSaving} onCheckedChange={(isOn) => void toggle(isOn)} />
        </FormField>
        {hold ? (
          <p className="text-sm [overflow-wrap:anywhere]">
            {say('since', { time: fullTime(hold.since, locale) })}{' '}
            {hold.reason ? <bdi>{say('because', { reason: hold.reason })}</bdi> : null}
          </p>
        ) : null}
        {failure ? <FailureAlert failure={failure} /> : null}
      </CardContent>
      {isAskingWhy ? (
        <HoldReason
          isSaving={isSaving}
          onConfirm={(reason) => save({ legalHold: { reason } })}
          onClose={() => setIsAskingWhy(false)}
        />
      ) : null}
      {ConfirmDialogElement}
    </Card>
  )
}
