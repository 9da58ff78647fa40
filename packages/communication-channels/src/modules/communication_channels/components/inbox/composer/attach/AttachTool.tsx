import { Link, Paperclip } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import type { ConversationWindow } from '../../model/conversation.ts'
import type { SendableContent } from '../../model/message.ts'
import type { SendTerms } from '../../model/outbox.ts'
import { LinkDialog } from '../tray/LinkDialog.tsx'
import { AttachDialog } from './AttachDialog.tsx'
import { AttachMenu } from './AttachMenu.tsx'
import type { AttachChoice } from './attachChoice.ts'
import { type AttachmentName, attachmentNames, attachments, type Drafts } from './attachments.ts'

type AttachToolProps = {
  drafts: Drafts
  onDrafts: (change: (drafts: Drafts) => Drafts) => void
  providerKey: string
  /** Rejects with RequestFailed. */
  onSend: (content: SendableContent, terms?: SendTerms) => Promise<void>
  window: ConversationWindow
  onSent: () => void
  onFiles: (files: File[]) => void
  /** Rejects with RequestFailed. */
  onLink: (link: string, signal: AbortSignal) => Promise<void>
}

/** The button, its menu, and what was chosen in it. */
export function AttachTool(props: AttachToolProps) {
  const { drafts, onDrafts, providerKey, window, onSend, onSent, onFiles, onLink } = props
  const button = useRef<HTMLButtonElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<AttachmentName | 'link' | null>(null)
  const returnFocus = () => button.current?.focus()
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
      window={window}
      onSend={onSend}
      onClose={close}
      returnFocus={returnFocus}
    />
  )
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // So that the same file may be chosen once more.
    event.target.value = ''
  }
  const choices: AttachChoice[] = [
    {
      name: 'files',
      icon: Paperclip,
      isBegun: false,
      takesFocus: false,
      onChoose: () => picker.current?.click(),
    },
    { name: 'link', icon: Link, isBegun: false, takesFocus: true, onChoose: () => setOpen('link') },
    ...attachmentNames.map((name) => ({
      name,
      icon: attachments[name].icon,
      isBegun: isBegun(name),
      takesFocus: true,
      onChoose: () => setOpen(name),
    })),
  ]
  return (
    <>
      <AttachMenu button={button} choices={choices} />
      <input ref={picker} type="file" multiple hidden onChange={pick} data-testid="file-picker" />
      {open === 'link' ? (
        <LinkDialog
          providerKey={providerKey}
          onAdd={onLink}
          onClose={() => setOpen(null)}
          returnFocus={returnFocus}
        />
      ) : open ? (
        dialog(open)
      ) : null}
    </>
  )
}
