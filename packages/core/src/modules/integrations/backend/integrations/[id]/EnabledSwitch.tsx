import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { mapCrudServerErrorToFormErrors } from '@open-mercato/ui/backend/utils/serverErrors'
import { useInFlightGuard } from '@open-mercato/ui/hooks/useInFlightGuard'
import { Switch } from '@open-mercato/ui/primitives/switch'
import { useId } from 'react'
import { useIntegrationActions } from './integrationDetail.ts'

type EnabledSwitchProps = { id: string; title: string; isEnabled: boolean; mayEdit: boolean }

/** Turning on is harmless; turning off stops what customers rely on and asks first. */
export function EnabledSwitch({ id, title, isEnabled, mayEdit }: EnabledSwitchProps) {
  const t = useT()
  const labelId = useId()
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const { isPending, run } = useInFlightGuard()
  const { setEnabled } = useIntegrationActions(id)

  const change = async (wanted: boolean) => {
    const isAgreed =
      wanted ||
      (await confirm({
        title: t('integrations.disable.title', 'Disable {title}?', { title }),
        text: t(
          'integrations.disable.text',
          'Nothing is received or sent through it until it is enabled again. Its settings and history stay.',
        ),
        confirmText: t('integrations.disable.confirm', 'Disable'),
        variant: 'destructive',
      }))
    if (!isAgreed) return
    await run(async () => {
      try {
        await setEnabled(wanted)
        flash(
          wanted
            ? t('integrations.enable.done', '{title} is enabled', { title })
            : t('integrations.disable.done', '{title} is disabled', { title }),
          'success',
        )
      } catch (error) {
        const { message } = mapCrudServerErrorToFormErrors(error)
        flash(message ?? t('integrations.state.failed', 'This could not be changed.'), 'error')
      }
    })
  }

  return (
    <div className="flex items-center gap-3">
      <span id={labelId} className="text-sm font-medium">
        {isEnabled ? t('integrations.enabled', 'Enabled') : t('integrations.disabled', 'Disabled')}
      </span>
      <Switch
        checked={isEnabled}
        onCheckedChange={change}
        disabled={!mayEdit || isPending}
        aria-label={t('integrations.enable.label', '{title} is enabled', { title })}
        aria-describedby={labelId}
      />
      {ConfirmDialogElement}
    </div>
  )
}
