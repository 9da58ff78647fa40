import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { rejectionWords } from '../template-page/words/rejection.ts'
import { useSay } from '../template-page/words/useSay.ts'
import type { Rejection } from './data/useBeginning.ts'
import { useText } from './useText.ts'

/** Why Meta did not take the text that stands here, before somebody hands in the same once more. */
export function RejectionNote({ rejection: { reason, advice } }: { rejection: Rejection }) {
  const t = useT()
  const say = useSay()
  const text = useText()
  const { why, mend } = rejectionWords(say, reason)
  const said = advice.map((detail) => t('channel_whatsapp.problem.metaSays', { detail }))
  return (
    <Alert status="error">
      <AlertTitle>{text('rejected.title')}</AlertTitle>
      <AlertDescription>{[why, ...(said.length > 0 ? said : [mend])].join(' ')}</AlertDescription>
    </Alert>
  )
}
