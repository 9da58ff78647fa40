import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useId, useState } from 'react'
import { classNames } from '../../classNames.ts'

const foldedFrom = 240
const foldedFromLines = 4

/** What they were shown or wrote, word for word; a long text folds. */
export function FoldedText({ text }: { text: string }) {
  const t = useT()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isLong = text.length > foldedFrom || text.split('\n').length > foldedFromLines
  return (
    <div className="grid justify-items-start gap-0.5">
      <blockquote
        id={id}
        dir="auto"
        className={classNames(
          'w-full whitespace-pre-wrap rounded-md bg-muted px-2.5 py-1.5 text-sm [overflow-wrap:anywhere]',
          isLong && !isOpen && 'line-clamp-3 pb-0',
        )}
      >
        {text}
      </blockquote>
      {isLong ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="min-h-8 rounded text-[0.8125rem] font-medium text-primary underline-offset-4 hover:underline"
        >
          {t(`communication_channels.consents.person.text.${isOpen ? 'less' : 'more'}`)}
        </button>
      ) : null}
    </div>
  )
}
