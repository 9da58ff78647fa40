import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
  SheetTrigger,
} from '@open-mercato/ui/primitives/sheet'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { UserRoundSearch } from 'lucide-react'
import { PersonConsents } from '../../consents/person/PersonConsents.tsx'
import { type Conversation, contactName } from '../model/conversation.ts'
import { ContactHistory } from './ContactHistory.tsx'
import { Numbers, UserIds } from './Identities.tsx'
import { JoinContact } from './JoinContact.tsx'
import { Names } from './Names.tsx'
import { Section } from './Section.tsx'
import { StandingDecisions } from './StandingDecisions.tsx'
import { Summary } from './Summary.tsx'
import { useContact } from './useContact.ts'

type ContactPanelProps = {
  conversation: Conversation
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Who somebody is, by what they are and were known, and why; and a person's word where the machine is wrong. */
export function ContactPanel({ conversation, isOpen, onOpenChange }: ContactPanelProps) {
  const t = useT()
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange}>
      <SheetTrigger asChild>
        <IconButton aria-label={t('communication_channels.inbox.who.open')}>
          <UserRoundSearch />
        </IconButton>
      </SheetTrigger>
      <SheetContent
        closeLabel={t('communication_channels.inbox.who.close')}
        tabIndex={-1}
        onOpenAutoFocus={(event) => {
          // The first button would be one that takes something away.
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).focus()
        }}
        onEscapeKeyDown={(event) => {
          // Within a question it closes the question alone.
          if ((event.target as Element).closest('[data-question]')) event.preventDefault()
        }}
      >
        <SheetHeader>
          <SheetTitle>
            <bdi>
              {contactName(conversation.contact) ?? t('communication_channels.inbox.contact.unnamed')}
            </bdi>
          </SheetTitle>
          <SheetDescription>{t('communication_channels.inbox.who.description')}</SheetDescription>
        </SheetHeader>
        <ContactContent contactId={conversation.contact.id} conversation={conversation} />
      </SheetContent>
    </Sheet>
  )
}

function ContactContent({ contactId, conversation }: { contactId: string; conversation: Conversation }) {
  const t = useT()
  const features = useBackendChrome().payload?.grantedFeatures
  const canDecide = hasFeature(features, 'communication_channels.send')
  const { data: detail, isError, refetch } = useContact(contactId)
  if (!detail && isError) {
    return (
      <div className="px-5 pb-5">
        <ErrorMessage
          label={t('communication_channels.inbox.who.failed')}
          action={
            <Button variant="outline" onClick={() => void refetch()}>
              {t('communication_channels.inbox.who.retry')}
            </Button>
          }
        />
      </div>
    )
  }
  if (!detail) {
    return (
      <div role="status" className="grid gap-3 px-5 pb-5">
        <span className="sr-only">{t('communication_channels.inbox.who.loading')}</span>
        <Skeleton className="h-16" />
        <Skeleton className="h-24" />
      </div>
    )
  }
  return (
    <div className="grid gap-5 px-5 pb-6">
      <Summary detail={detail} />
      {hasFeature(features, 'communication_channels.consents.view') ? (
        <Section title={t('communication_channels.consents.person.standing')}>
          <PersonConsents contactId={contactId} isStoryFolded window={conversation.window} />
        </Section>
      ) : null}
      <StandingDecisions detail={detail} canDecide={canDecide} />
      <Numbers detail={detail} canDecide={canDecide} />
      <ContactHistory detail={detail} canDecide={canDecide} />
      <Names names={detail.names} />
      <UserIds detail={detail} canDecide={canDecide} />
      {canDecide ? <JoinContact detail={detail} providerKey={conversation.channel.providerKey} /> : null}
      {hasFeature(features, 'communication_channels.deliveries.view') ? (
        <a
          href={`/backend/deliveries?search=${contactId}`}
          className="w-fit text-sm font-medium text-primary underline-offset-4 hover:underline"
        >
          {t('communication_channels.deliveries.from_contact')}
        </a>
      ) : null}
    </div>
  )
}
