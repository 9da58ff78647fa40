import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from '@open-mercato/ui/primitives/sheet'
import { Section } from '../../inbox/contact/Section.tsx'
import { useContact } from '../../inbox/contact/useContact.ts'
import { contactAddresses, contactName } from '../../inbox/model/conversation.ts'
import { PersonConsents } from './PersonConsents.tsx'

/** One person's consent, beside a list of many. */
export function ConsentSheet({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.${key}`)
  const contact = useContact(contactId).data?.contact
  const name = contact ? (contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')) : null
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        className="w-[min(34rem,100vw)]"
        closeLabel={say('close')}
        tabIndex={-1}
        onOpenAutoFocus={(event) => {
          // The first button would be one that writes something down.
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).focus()
        }}
      >
        <SheetHeader>
          <SheetTitle>{name ? <bdi>{name}</bdi> : say('title')}</SheetTitle>
          <SheetDescription>
            {contact && contactAddresses(contact).length > 0 ? (
              <bdi>{contactAddresses(contact).join(' · ')}</bdi>
            ) : (
              say('description')
            )}
          </SheetDescription>
        </SheetHeader>
        <div className="px-5 pb-6">
          <Section title={say('standing')}>
            <PersonConsents contactId={contactId} isStoryFolded={false} />
          </Section>
        </div>
      </SheetContent>
    </Sheet>
  )
}
