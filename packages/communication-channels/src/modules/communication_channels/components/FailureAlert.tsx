import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { problemText } from './inbox/model/problemText.ts'

/** Why the server refused what somebody asked for, and what to do. */
export function FailureAlert({ failure }: { failure: Parameters<typeof problemText>[2] }) {
  const { reason, action } = problemText(useT(), '', failure)
  return (
    <Alert status="error">
      <p>
        {reason} {action}
      </p>
    </Alert>
  )
}
