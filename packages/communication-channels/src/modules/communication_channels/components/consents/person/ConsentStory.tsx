import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ConsentEntry } from './consent.ts'
import { StoryEntry } from './StoryEntry.tsx'
import { storyOf } from './story.ts'

/** All that is on record, the latest first. */
export function ConsentStory({ events }: { events: ConsentEntry[] }) {
  const t = useT()
  if (events.length === 0) {
    return (
      <p className="text-sm text-muted-foreground">
        {t('communication_channels.consents.person.story.none')}
      </p>
    )
  }
  return (
    <ol className="relative grid grid-cols-1 gap-5 before:absolute before:inset-y-2 before:start-3 before:w-px before:bg-border">
      {storyOf(events).map((part) => (
        <StoryEntry key={part.id} part={part} />
      ))}
    </ol>
  )
}
