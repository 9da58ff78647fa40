import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { SendHorizontal } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ProviderRequestFailed } from '../../../request.ts'
import type { TemplateToSend } from '../../../templates/composerContext.ts'
import { TemplateFields } from '../../../templates/form/TemplateFields.tsx'
import { useTemplateForm } from '../../../templates/form/useTemplateForm.ts'
import { TemplatePreview } from '../../../templates/TemplatePreview.tsx'
import type { Template } from '../../../templates/template.ts'
import type { ManagedTemplate } from '../../data/template.ts'
import { sendTest } from '../../data/useTestSend.ts'
import { useSay } from '../../words/useSay.ts'
import { samplesOf, testComposer } from './testComposer.ts'

type TestSendFormProps = {
  channelId: string
  businessName: string | null
  managed: ManagedTemplate['template']
  fillable: Template
  onClose: () => void
}

export function TestSendForm({ channelId, businessName, managed, fillable, onClose }: TestSendFormProps) {
  const t = useT()
  const say = useSay()
  const [to, setTo] = useState('')
  const [toError, setToError] = useState<string | undefined>()
  const [tries, setTries] = useState(0)
  const [sentIn, setSentIn] = useState<string | null>(null)
  /** Where what stands against it can be seen, and consent recorded. */
  const [refusedIn, setRefusedIn] = useState<string | null>(null)
  const send = async (content: TemplateToSend) => {
    setRefusedIn(null)
    try {
      const { conversationId } = await sendTest(managed.id, { channelId, to: to.trim(), content })
      setSentIn(conversationId)
    } catch (error) {
      if (error instanceof ProviderRequestFailed) {
        setToError(error.fieldErrors.to)
        setRefusedIn(conversationIn(error))
      }
      throw error
    }
  }
  const form = useTemplateForm({
    composer: testComposer({ channelId, businessName, send }),
    template: fillable,
    onSent: () => {},
  })
  const samples = samplesOf(fillable)
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // What is still missing may be far up in a long form.
    if (tries > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-missing]')?.focus()
  }, [tries])
  if (sentIn) return <TestSent to={to.trim()} conversationId={sentIn} onClose={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    setToError(to.trim() === '' ? say('test.to.missing') : undefined)
    if (to.trim() !== '') void form.send()
  }
  return (
    <form ref={element} onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <div className="grid gap-4">
          <FormField label={say('test.to')} description={say('test.to.help')} error={toError} required>
            <Input
              value={to}
              onChange={(event) => {
                setTo(event.target.value)
                setToError(undefined)
              }}
              inputMode="tel"
              autoComplete="tel"
              dir="ltr"
              maxLength={30}
              placeholder="+48 601 234 567"
            />
          </FormField>
          {Object.keys(samples).length > 0 ? (
            <Button variant="outline" size="sm" className="w-fit" onClick={() => form.fill(samples)}>
              {say('test.samples')}
            </Button>
          ) : null}
          <TemplateFields form={form} />
        </div>
        <TemplatePreview template={fillable} fields={form.fields} values={form.values} files={form.files} />
      </div>
      {form.problem ? (
        <Alert status="error">
          <p>
            {form.problem}{' '}
            {refusedIn ? (
              <ConversationLink id={refusedIn}>{say('test.conversation')}</ConversationLink>
            ) : null}
          </p>
        </Alert>
      ) : null}
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {t('channel_whatsapp.cancel')}
        </Button>
        <Button type="submit" disabled={form.isSending}>
          {form.isSending ? <Spinner size="sm" /> : <SendHorizontal className="rtl:-scale-x-100" />}
          {say('test.send')}
        </Button>
      </DialogFooter>
    </form>
  )
}

type TestSentProps = { to: string; conversationId: string; onClose: () => void }

function TestSent({ to, conversationId, onClose }: TestSentProps) {
  const say = useSay()
  return (
    <>
      <Alert status="success">
        <AlertTitle>{say('test.sent', { to })}</AlertTitle>
        <p>
          {say('test.sent.hint')} <ConversationLink id={conversationId}>{say('test.inbox')}</ConversationLink>
        </p>
      </Alert>
      <DialogFooter>
        <Button onClick={onClose}>{say('test.close')}</Button>
      </DialogFooter>
    </>
  )
}

function ConversationLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      className="font-medium underline underline-offset-4"
      href={`/backend/inbox?conversation=${encodeURIComponent(id)}`}
    >
      {children}
    </a>
  )
}

function conversationIn({ details }: ProviderRequestFailed): string | null {
  return typeof details.conversationId === 'string' ? details.conversationId : null
}
