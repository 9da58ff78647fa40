import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { captionTaker, isSendable, isUnderway, type TrayItem } from '../../model/trayItem.ts'

/** Whether something attached goes out at the next send, or has to be waited for or decided first. */
export function filesState(items: TrayItem[]): 'none' | 'ready' | 'held' {
  if (items.some((item) => isUnderway(item) || item.stage === 'sending')) return 'held'
  if (items.some(isSendable)) return 'ready'
  return captionTaker(items) ? 'held' : 'none'
}

/** What sending would do with the text and the files, where that does not go without saying. */
export function trayHint(t: TranslateFn, items: TrayItem[], text: string): string | null {
  if (items.length === 0) return null
  const say = (key: string) => t(`communication_channels.inbox.tray.hint.${key}`)
  if (items.some(isUnderway)) return say('underway')
  if (captionTaker(items)) return text.trim() ? say('caption') : null
  if (text.trim()) return say('first')
  return items.some((item) => !isSendable(item) && item.stage !== 'sending') ? say('stays') : null
}
