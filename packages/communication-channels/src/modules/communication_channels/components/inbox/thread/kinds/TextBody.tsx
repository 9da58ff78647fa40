import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useState } from 'react'
import { Words } from './Words.tsx'

const longText = 1_200

/** Shown as it was written. Addresses in it stay text: a customer's link is not ours to make clickable. */
export function TextBody({ text, timeLine }: { text: string; timeLine?: ReactNode }) {
  const t = useT()
  const [isWhole, setIsWhole] = useState(false)
  const isCut = text.length > longText && !isWhole
  return (
    <div className="flow-root">
      <Words>
        {isCut ? `${text.slice(0, longText).trimEnd()}…` : text}
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
