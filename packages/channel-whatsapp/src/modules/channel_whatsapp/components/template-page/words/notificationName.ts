import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { readableName } from '../../templates/templateChoices.ts'

/** As the hub's settings name it, or as is said here of what the hub sends by itself; what only a shop knows by its name. */
export function notificationName(t: TranslateFn, name: string): string {
  return t(
    `communication_channels.settings.notifications.name.${name}`,
    t(`channel_whatsapp.templatePage.notification.${name}`, readableName(name)),
  )
}
