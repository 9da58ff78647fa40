import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import type { PersonConsents } from './consent.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useConsentAct } from './useConsentAct.ts'

/** Takes away the words and the evidence where somebody asks for it; that and when they agreed stays. */
export function EraseWords({ person: { contactId, events } }: { person: PersonConsents }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.erase.${key}`)
  const [isAsking, setAsking] = useState(false)
  const { act, isActing, failure, forgetFailure } = useConsentAct(contactId, () => {
    setAsking(false)
    flash(say('done'), 'success')
  })
  const hasWords = events.some(
    ({ isErased, text, evidence }) => !isErased && (text || Object.keys(evidence).length > 0),
  )
  return (
    <>
      {hasWords ? (
        <Button
          variant="muted"
          size="sm"
          className="-ms-3 justify-self-start"
          onClick={() => setAsking(true)}
        >
          <Eraser />
          {say('button')}
        </Button>
      ) : null}
      {isAsking ? (
        <ReasonDialog
          name="erase"
          isRequired
          isActing={isActing}
          failure={failure}
          onConfirm={(reason) => act({ act: 'erase', reason })}
          onClose={() => {
            forgetFailure()
            setAsking(false)
          }}
        />
      ) : null}
    </>
  )
}
