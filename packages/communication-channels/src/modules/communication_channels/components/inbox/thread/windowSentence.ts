import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import type { WindowPhase } from '../model/windowPhase.ts'

/** The state of the window in words, or null where the channel has no such rule. */
export function windowSentence(t: TranslateFn, phase: WindowPhase): string | null {
  switch (phase.phase) {
    case 'none':
      return null
    case 'never':
      return t('communication_channels.inbox.window.never')
    case 'closed':
      return t('communication_channels.inbox.window.closed')
    default: {
      const parts = [
        phase.hours > 0 ? t('communication_channels.inbox.window.hours', { hours: phase.hours }) : null,
        phase.minutes > 0 || phase.hours === 0
          ? t('communication_channels.inbox.window.minutes', { minutes: phase.minutes })
          : null,
      ]
      return t('communication_channels.inbox.window.openFor', { time: parts.filter(Boolean).join(' ') })
    }
  }
}
