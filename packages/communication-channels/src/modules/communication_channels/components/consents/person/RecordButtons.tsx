import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Button } from '@open-mercato/ui/primitives/button'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { PersonConsents } from './consent.ts'
import type { RecordedChange } from './record/consentRequest.ts'
import { RecordDialog } from './record/RecordDialog.tsx'

/** For what happened where nobody but a person could see it. */
export function RecordButtons({ person: { contactId, rules } }: { person: PersonConsents }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.record.${key}`)
  const [change, setChange] = useState<RecordedChange | null>(null)
  const close = () => setChange(null)
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant="outline" size="sm" onClick={() => setChange('opt_in')}>
        <Check />
        {say('opt_in')}
      </Button>
      <Button variant="outline" size="sm" onClick={() => setChange('opt_out')}>
        <X />
        {say('opt_out')}
      </Button>
      {change ? (
        <RecordDialog
          contactId={contactId}
          change={change}
          doubleOptIn={rules.doubleOptIn}
          onClose={close}
          onRecorded={() => {
            close()
            flash(say(`${change}.done`), 'success')
          }}
        />
      ) : null}
    </div>
  )
}
