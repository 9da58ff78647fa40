import type { ReactNode } from 'react'
import { CartSheet } from './CartSheet.tsx'
import { ContactSheet } from './ContactSheet.tsx'
import type { SheetRequest } from './chat-acts.ts'
import { EditSheet } from './EditSheet.tsx'
import { FormSheet } from './FormSheet.tsx'
import { ListSheet } from './ListSheet.tsx'
import { LocationSheet } from './LocationSheet.tsx'
import { MediaSheet } from './MediaSheet.tsx'

type ChatSheetProps = { sheet: SheetRequest; problem: string | null; onClose: () => void }

export function ChatSheet({ sheet, problem, onClose }: ChatSheetProps) {
  return (
    <>
      {sheetOf(sheet, onClose)}
      {problem && (
        <p className="sheet-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function sheetOf(sheet: SheetRequest, onClose: () => void): ReactNode {
  switch (sheet.kind) {
    case 'location':
      return <LocationSheet context={sheet.context} onClose={onClose} />
    case 'contact':
      return <ContactSheet context={sheet.context} onClose={onClose} />
    case 'cart':
      return <CartSheet context={sheet.context} onClose={onClose} />
    case 'media':
      return <MediaSheet context={sheet.context} onClose={onClose} />
    case 'list':
      return <ListSheet context={sheet.context} onClose={onClose} />
    case 'edit':
      return <EditSheet message={sheet.message} words={sheet.words} onClose={onClose} />
    case 'form':
      return <FormSheet context={sheet.context} name={sheet.name} token={sheet.token} onClose={onClose} />
  }
}
