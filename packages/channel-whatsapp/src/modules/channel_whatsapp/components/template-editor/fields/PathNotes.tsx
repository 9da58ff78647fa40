import { CircleAlert } from 'lucide-react'
import type { ShownFinding } from '../findings/findings-at.ts'
import { PATH_MARK } from '../findings/focus-field.ts'
import { useFindingsOf } from '../findings/useFindingsAt.ts'

type PathNotesProps = { paths: string[]; isSaidElsewhere?: (finding: ShownFinding) => boolean }

/** What is to say about something that is no field itself: the order of buttons, the number of cards. */
export function PathNotes({ paths, isSaidElsewhere }: PathNotesProps) {
  const { refused, advice } = useFindingsOf(paths, isSaidElsewhere)
  if (refused.length + advice.length === 0) return null
  return (
    <div {...{ [PATH_MARK]: paths[0] }} className="grid gap-1 text-[0.8125rem]">
      {[...refused, ...advice].map((sentence, index) => (
        <p
          key={sentence}
          className={`flex items-start gap-1.5 ${index < refused.length ? 'text-status-error-text' : 'text-status-warning-text'}`}
        >
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{sentence}</span>
        </p>
      ))}
    </div>
  )
}
