import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import type { RequestFailed } from '../../inbox/data/request.ts'
import { problemText } from '../../inbox/model/problemText.ts'

/** Why a file was not taken on. */
export function Refused({ failure }: { failure: RequestFailed }) {
  const t = useT()
  const locale = useLocale()
  const { reason, action } = problemText(t, '', failure)
  const missing = namesIn(failure.details.missing)
  const found = namesIn(failure.details.found)
  const say = (key: string, columns: string[]) =>
    t(`communication_channels.consents.import.heading.${key}`, {
      columns: new Intl.ListFormat(locale, { type: 'conjunction' }).format(columns),
    })
  return (
    <Alert ref={intoView} status="error">
      <AlertDescription className="[overflow-wrap:anywhere]">
        {failure.code === 'column_missing' ? (
          <>
            {say(missing.length === 1 ? 'missing.one' : 'missing', missing)}{' '}
            {say(found.length === 0 ? 'empty' : 'found', found)} {say('action', [])}
          </>
        ) : (
          <>
            {reason} {action}
          </>
        )}
      </AlertDescription>
    </Alert>
  )
}

/** On a phone the button with which it was handed in is far below. */
function intoView(refusal: HTMLElement | null): void {
  refusal?.scrollIntoView?.({ block: 'nearest' })
}

function namesIn(told: unknown): string[] {
  return Array.isArray(told) ? told.map(String) : []
}
