import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { SendHorizontal, Trash2 } from 'lucide-react'
import { type FormEvent, useEffect, useRef } from 'react'
import type { ConversationWindow } from '../../model/conversation.ts'
import type { SendableContent } from '../../model/message.ts'
import type { SendTerms } from '../../model/outbox.ts'
import { SendLater } from '../SendLater.tsx'
import type { Attachment } from './attachment.ts'
import type { AttachmentName } from './attachments.ts'
import { FallbackField } from './FallbackField.tsx'
import type { WithFallback } from './fallback.ts'
import { FormErrorsContext } from './formErrors.ts'
import { PreviewFrame } from './PreviewFrame.tsx'
import { useAttachmentForm } from './useAttachmentForm.ts'

type AttachDialogProps<Draft> = {
  name: AttachmentName
  attachment: Attachment<Draft>
  draft: Draft
  providerKey: string
  onChange: (draft: Draft) => void
  /** Rejects with RequestFailed. */
  onSend: (content: SendableContent, terms?: SendTerms) => Promise<void>
  window: ConversationWindow
  /** Called once it is closed: by sending, or with the draft kept. */
  onClose: (reason: 'sent' | 'left') => void
  /** Gives the focus to where the dialog came from. */
  returnFocus: () => void
}

/** A message being built beside what the customer will see. Closing it loses nothing; only sending and discarding do. */
export function AttachDialog<Draft extends WithFallback>(props: AttachDialogProps<Draft>) {
  const { name, attachment, draft, providerKey, window, onChange, onSend, onClose, returnFocus } = props
  const { Form, Preview } = attachment
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.${key}`)
  const frame = useRef<HTMLFormElement>(null)
  const wasSent = useRef(false)
  const finish = () => {
    wasSent.current = true
    onChange(attachment.empty())
    onClose('sent')
  }
  const form = useAttachmentForm({ attachment, draft, providerKey, onSend, onSent: finish })
  const change = (next: Draft) => {
    form.forgetAnswer()
    onChange(next)
  }

  // After a try, the first field that needs a correction.
  useEffect(() => {
    if (form.tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [form.tries])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Forms in a portal still belong to the form around them for React's events.
    event.stopPropagation()
    void form.send()
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose('left')}>
      <DialogContent
        size={name === 'location' || name === 'contact' ? 'lg' : 'xl'}
        className="scroll-pt-10 scroll-pb-24 pb-0 sm:pb-0"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          if (!wasSent.current) returnFocus()
        }}
      >
        <DialogHeader>
          <DialogTitle>{say(`${name}.title`)}</DialogTitle>
          <DialogDescription>{say('attach.kept')}</DialogDescription>
        </DialogHeader>
        <form ref={frame} onSubmit={submit} noValidate className="grid gap-4">
          <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <FormErrorsContext value={form.errors}>
              <div className="grid min-w-0 gap-4">
                <Form draft={draft} onChange={change} />
                <FallbackField
                  value={draft.fallbackText ?? ''}
                  onChange={(fallbackText) => change({ ...draft, fallbackText })}
                />
              </div>
            </FormErrorsContext>
            <PreviewFrame>
              <Preview draft={draft} />
            </PreviewFrame>
          </div>
          {form.problems.length > 0 ? (
            <Alert status="error">
              {form.problems.map((problem) => (
                <p key={problem}>{problem}</p>
              ))}
            </Alert>
          ) : null}
          <DialogFooter
            className="sticky bottom-0 -mx-5 flex-row justify-between border-t bg-popover px-5 py-3 sm:-mx-6 sm:px-6"
            leading={
              <Button
                variant="destructive-ghost"
                className="w-full"
                disabled={form.isSending || attachment.isEmpty(draft)}
                onClick={() => {
                  onChange(attachment.empty())
                  onClose('left')
                }}
              >
                <Trash2 />
                {say('attach.discard')}
              </Button>
            }
          >
            <div className="flex gap-1.5">
              <SendLater
                window={window}
                isDisabled={form.isSending}
                onChoose={(scheduledAt) => void form.send(scheduledAt)}
              />
              <Button type="submit" className="flex-1" disabled={form.isSending}>
                {form.isSending ? <Spinner size="sm" /> : <SendHorizontal className="rtl:-scale-x-100" />}
                {say('send')}
              </Button>
            </div>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
