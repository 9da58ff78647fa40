import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useState } from 'react'
import { RichText } from './RichText.tsx'
import { Words } from './Words.tsx'

const longText = 1_200

/** Shown as it was written, folded where it is long. */
export function TextBody({ text, timeLine }: { text: string; timeLine?: ReactNode }) {
  const t = useT()
  const [isWhole, setIsWhole] = useState(false)
  const isCut = text.length > longText && !isWhole
  return (
    <div className="flow-root">
      <Words>
        <RichText text={isCut ? `${text.slice(0, longText).trimEnd()}…` : text} />
        {timeLine ? (
          <span className="float-end ms-3 mt-2 leading-none">
            <span dir="ltr" className="inline-flex">
              {timeLine}
            </span>
          </span>
        ) : null}
      </Words>
      {isCut ? (
        <button
          type="button"
          onClick={() => setIsWhole(true)}
          className="mt-1 rounded text-sm font-medium text-primary hover:underline"
        >
          {t('communication_channels.inbox.text.showAll')}
        </button>
      ) : null}
    </div>
  )
}
