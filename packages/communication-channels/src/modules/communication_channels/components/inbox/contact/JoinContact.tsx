import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { useState } from 'react'
import { useConversations } from '../data/useInboxData.ts'
import { type Contact, contactAddresses, contactName } from '../model/conversation.ts'
import type { ContactDetail } from './contact.ts'
import { DecideButton } from './DecideButton.tsx'
import { Section } from './Section.tsx'
import { useContactByPhone } from './useContact.ts'

type JoinContactProps = { detail: ContactDetail; providerKey: string }

/** Says that this is the same person as somebody else: one of the recent ones by name, or anybody by exact number. */
export function JoinContact({ detail, providerKey }: JoinContactProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('communication_channels.inbox.who.join')}>
      {isOpen ? (
        <Choice detail={detail} providerKey={providerKey} onDone={() => setOpen(false)} />
      ) : (
        <Button variant="outline" size="sm" className="justify-self-start" onClick={() => setOpen(true)}>
          {t('communication_channels.inbox.who.join.open')}
        </Button>
      )}
    </Section>
  )
}

function Choice({ detail, providerKey, onDone }: JoinContactProps & { onDone: () => void }) {
  const t = useT()
  const [search, setSearch] = useState('')
  const recent = useConversations({ onlyUnread: false, closingSoon: false, channelId: null })
  const byPhone = useContactByPhone(phoneIn(search))
  const isOther = ({ id }: Contact) => id !== detail.contact.id
  const known = recent.conversations
    .filter(({ channel, contact }) => channel.providerKey === providerKey && matches(contact, search))
    .map(({ contact }) => contact)
  const found = [...(byPhone.data?.items ?? []), ...known].filter(isOther)
  const contacts = [...new Map(found.map((contact) => [contact.id, contact])).values()].slice(0, 8)
  const isLoading = recent.isPending || byPhone.isFetching
  return (
    <div className="grid gap-3">
      <FormField label={t('communication_channels.inbox.who.join.search')}>
        <Input type="search" autoFocus value={search} onChange={(event) => setSearch(event.target.value)} />
      </FormField>
      {isLoading && contacts.length === 0 ? <Skeleton className="h-12" /> : null}
      {!isLoading && contacts.length === 0 ? (
        <p role="status" className="text-sm text-muted-foreground">
          {t('communication_channels.inbox.who.join.nobody')}
        </p>
      ) : null}
      <ul className="grid gap-2">
        {contacts.map((contact) => (
          <li key={contact.id} className="grid gap-1 rounded-lg border px-3 py-2">
            <p className="text-sm">
              <bdi className="font-medium">
                {contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')}
              </bdi>{' '}
              <span className="text-xs text-muted-foreground">
                <bdi>{contactAddresses(contact).join(' · ')}</bdi>
              </span>
            </p>
            <DecideButton
              contactId={detail.contact.id}
              label={t('communication_channels.inbox.who.join.this')}
              question={t('communication_channels.inbox.who.join.question')}
              decide={(reason) => ({ what: 'join', contactId: contact.id, reason })}
              onDecided={onDone}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A whole number with its country is looked up; part of one proves nothing. */
function phoneIn(search: string): string | null {
  const text = search.trim()
  return /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 7 ? text : null
}

function matches(contact: Contact, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase()
  const words = [contact.displayName, contact.username, contact.phone]
  return !wanted || words.some((word) => word?.toLocaleLowerCase().includes(wanted))
}
