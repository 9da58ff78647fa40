import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { PersonConsents } from './consent.ts'
import { StoryEntry } from './StoryEntry.tsx'
import { tellingOf } from './story.ts'
import { UndoneEntry } from './UndoneEntry.tsx'

/** All that is on record, and what did not follow from it; the latest first. */
export function ConsentStory({ person }: { person: PersonConsents }) {
  const t = useT()
  const telling = tellingOf(person)
  if (telling.length === 0) {
    return (
      <p className="text-sm text-muted-foreground">
        {t('communication_channels.consents.person.story.none')}
      </p>
    )
  }
  return (
    <ol className="relative grid grid-cols-1 gap-5 before:absolute before:inset-y-2 before:start-3 before:w-px before:bg-border">
      {telling.map((one) =>
        'undone' in one ? (
          <UndoneEntry key={one.undone.id} undone={one.undone} />
        ) : (
          <StoryEntry key={one.part.id} part={one.part} />
        ),
      )}
    </ol>
  )
}
