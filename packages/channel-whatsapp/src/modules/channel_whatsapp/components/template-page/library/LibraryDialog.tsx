import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { useState } from 'react'
import type { TemplateAccount } from '../data/template.ts'
import type { LibraryTemplate } from '../data/useLibrary.ts'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { useSay } from '../words/useSay.ts'
import { LibraryBrowser } from './LibraryBrowser.tsx'
import { LibraryForm } from './LibraryForm.tsx'

type LibraryDialogProps = { accounts: TemplateAccount[]; onClose: () => void }

/** Templates that Meta wrote: looked for, then given a name and one's own links. */
export function LibraryDialog({ accounts, onClose }: LibraryDialogProps) {
  const say = useSay()
  const [connectionId, setConnectionId] = useState(accounts[0]?.connectionId ?? '')
  const [chosen, setChosen] = useState<LibraryTemplate | null>(null)
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{say('library.title')}</DialogTitle>
          <DialogDescription>{say('library.description')}</DialogDescription>
        </DialogHeader>
        {chosen ? (
          <LibraryForm
            connectionId={connectionId}
            template={chosen}
            onBack={() => setChosen(null)}
            onCreated={onClose}
          />
        ) : null}
        {/* Whoever comes back from one template looks on where they were. */}
        <div hidden={chosen !== null}>
          <div className="grid grid-cols-1 gap-4">
            {accounts.length > 1 ? (
              <ChoiceField
                label={say('column.account')}
                value={connectionId}
                choices={accounts.map((account) => ({ value: account.connectionId, label: account.name }))}
                onChange={(id) => id && setConnectionId(id)}
              />
            ) : null}
            <LibraryBrowser connectionId={connectionId} onChoose={setChosen} />
          </div>
        </div>
      </DialogContent>
    </Dialog>
  )
}
