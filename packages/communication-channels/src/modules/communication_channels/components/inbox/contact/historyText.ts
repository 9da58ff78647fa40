import type { useT } from '@open-mercato/shared/lib/i18n/context'
import { contactAddresses, contactName } from '../model/conversation.ts'
import type { ContactEvent } from './contact.ts'

type Translate = ReturnType<typeof useT>

/** What happened, with whom, and from what to what. */
export function historyText(t: Translate, { kind, other, self, from, to }: ContactEvent): string {
  const key = `communication_channels.inbox.who.event.${kind}`
  switch (kind) {
    case 'merged':
    case 'split':
      return self
        ? t(`${key}.both`, { name: nameOf(t, other), self: nameOf(t, self) })
        : t(key, { name: nameOf(t, other) })
    case 'user_id_changed':
      return t(key)
    case 'number_taken_over':
    case 'number_passed_on': {
      const number = to ?? from
      // That it is their number is what the sentence says.
      const name = nameOf(t, other && other.phone === number ? { ...other, phone: null } : other)
      return t(key, { number: number ?? t('communication_channels.inbox.who.unknown'), name })
    }
    default:
      if (to === null) return t(`${key}.unknown`)
      return from === null ? t(`${key}.to`, { to }) : t(key, { from, to })
  }
}

/** Why, where the event does not say it by itself. */
export function historyReason(t: Translate, { kind, reason, actor }: ContactEvent): string | null {
  if (kind === 'number_taken_over' || kind === 'number_passed_on') return null
  const key = `communication_channels.inbox.who.reason.${reason}`
  const name = actor?.name ?? t('communication_channels.inbox.who.colleague')
  return t(key, t('communication_channels.inbox.who.reason.other'), { name })
}

/** By name and by number or user name, as far as there is any; isolated, whichever way it is written. */
export function nameOf(t: Translate, contact: ContactEvent['other']): string {
  if (!contact) return t('communication_channels.inbox.who.somebody')
  const name = contactName(contact)
  const [address] = contactAddresses(contact)
  const words = name ? [name, address ? `(${address})` : null].filter(Boolean).join(' ') : contact.userId
  return words ? `\u2068${words}\u2069` : t('communication_channels.inbox.who.somebody')
}
