import { useRef, useState } from 'react'
import type { SendableContent } from '../../model/message.ts'
import { AttachDialog } from './AttachDialog.tsx'
import { AttachMenu } from './AttachMenu.tsx'
import { type AttachmentName, attachmentNames, attachments, type Drafts } from './attachments.ts'

type AttachToolProps = {
  drafts: Drafts
  onDrafts: (change: (drafts: Drafts) => Drafts) => void
  providerKey: string
  /** Rejects with RequestFailed. */
  onSend: (content: SendableContent) => Promise<void>
  onSent: () => void
}

/** The button, its menu, and the form that was chosen in it. */
export function AttachTool({ drafts, onDrafts, providerKey, onSend, onSent }: AttachToolProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<AttachmentName | null>(null)
  const close = (reason: 'sent' | 'left') => {
    setOpen(null)
    if (reason === 'sent') onSent()
  }
  const isBegun = <Name extends AttachmentName>(name: Name) => !attachments[name].isEmpty(drafts[name])
  const dialog = <Name extends AttachmentName>(name: Name) => (
    <AttachDialog<Drafts[Name]>
      name={name}
      attachment={attachments[name]}
      draft={drafts[name]}
      providerKey={providerKey}
      onChange={(draft) => onDrafts((all) => ({ ...all, [name]: draft }))}
      onSend={onSend}
      onClose={close}
      returnFocus={() => button.current?.focus()}
    />
  )
  return (
    <>
      <AttachMenu button={button} begun={attachmentNames.filter(isBegun)} onChoose={setOpen} />
      {open ? dialog(open) : null}
    </>
  )
}
