import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import type { ConversationWindow } from '../../inbox/model/conversation.ts'
import { NotLoaded } from '../../NotLoaded.tsx'
import { BlockButton } from './BlockButton.tsx'
import { BlockNotice } from './BlockNotice.tsx'
import { ConsentStory } from './ConsentStory.tsx'
import type { PersonConsents as Consents } from './consent.ts'
import { EraseWords } from './EraseWords.tsx'
import { RecordButtons } from './RecordButtons.tsx'
import { Standing } from './Standing.tsx'
import { tellingOf } from './story.ts'
import { useBlocking } from './useBlocking.ts'
import { usePersonConsents } from './usePersonConsents.ts'

type PersonConsentsProps = {
  contactId: string
  /** Beside much else; else all that is there is told at once. */
  isStoryFolded: boolean
  /** Of the conversation it is looked at from. */
  window?: ConversationWindow
}

/** How somebody stands and why; what is on record; and what a person of the business may do about it. */
export function PersonConsents({ contactId, isStoryFolded, window }: PersonConsentsProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.${key}`)
  const features = useBackendChrome().payload?.grantedFeatures
  const canManage = hasFeature(features, 'communication_channels.consents.manage')
  const { data: person, isError, refetch } = usePersonConsents(contactId)
  const blocking = useBlocking(contactId)
  if (!person && isError) return <NotLoaded label={say('failed')} onRetry={refetch} />
  if (!person) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{say('loading')}</span>
        <Skeleton className="h-28" />
        <Skeleton className="h-9 w-2/3" />
      </div>
    )
  }
  const isEmpty = person.events.length === 0
  return (
    <div className="grid grid-cols-1 gap-3">
      <BlockNotice block={person.block} refused={blocking.refused} onDismiss={blocking.dismissRefused} />
      {isEmpty ? <p className="text-sm leading-relaxed">{say('nothing')}</p> : null}
      <Standing person={person} canManage={canManage} window={window} />
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{say('standing.rest')}</p>
      {canManage ? <RecordButtons person={person} /> : null}
      {hasFeature(features, 'communication_channels.send') ? (
        <BlockButton isBlocked={person.block !== null} blocking={blocking} />
      ) : null}
      {isStoryFolded ? (
        isEmpty ? null : (
          <details>
            <summary className="cursor-pointer text-sm font-medium">
              {t('communication_channels.consents.person.story.count', {
                count: tellingOf(person).length,
              })}
            </summary>
            <div className="mt-3">
              <OnRecord person={person} canManage={canManage} />
            </div>
          </details>
        )
      ) : (
        <section className="mt-2 grid grid-cols-1 gap-3">
          <h3 className="text-sm font-semibold">{say('story')}</h3>
          <OnRecord person={person} canManage={canManage} />
        </section>
      )}
    </div>
  )
}

function OnRecord({ person, canManage }: { person: Consents; canManage: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <ConsentStory person={person} />
      {canManage ? <EraseWords person={person} /> : null}
    </div>
  )
}
