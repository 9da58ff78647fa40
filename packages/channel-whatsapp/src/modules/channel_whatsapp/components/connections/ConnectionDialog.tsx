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
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { PasswordInput } from '@open-mercato/ui/primitives/password-input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, useState } from 'react'
import { ProviderRequestFailed } from '../request.ts'
import { type Connection, type ConnectionInput, emptyFields } from './connection.ts'
import { useSaveConnection } from './useConnections.ts'

const order = [
  'name',
  'businessAccountId',
  'phoneNumberId',
  'accessToken',
  'appSecret',
  'webhookVerifyToken',
  'appId',
] as const
const secrets = new Set<string>(['accessToken', 'appSecret', 'webhookVerifyToken'])

type ConnectionDialogProps = { connection: Connection | null; onClose: () => void }

/** Adds a connection or changes one. Saved secrets are never shown again; an empty field leaves them as they are. */
export function ConnectionDialog({ connection, onClose }: ConnectionDialogProps) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.connections.form.${key}`)
  const isNew = connection === null
  const save = useSaveConnection(connection)
  const [wasTried, setWasTried] = useState(false)
  const [input, setInput] = useState<ConnectionInput>({
    name: connection?.name ?? '',
    businessAccountId: connection?.businessAccountId ?? '',
    phoneNumberId: connection?.phoneNumberId ?? '',
    appId: connection?.appId ?? '',
    accessToken: '',
    appSecret: '',
    webhookVerifyToken: '',
  })
  const empty = new Set(emptyFields(input, isNew))
  const failure = save.error instanceof ProviderRequestFailed ? save.error : null
  const errorOf = (field: keyof ConnectionInput) =>
    (wasTried && empty.has(field) ? text('missing') : undefined) ?? failure?.fieldErrors[field]

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (empty.size === 0) save.mutate(input, { onSuccess: onClose })
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{text(isNew ? 'addTitle' : 'editTitle')}</DialogTitle>
          <DialogDescription>{text('description')}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} noValidate autoComplete="off" className="grid gap-4">
          {order.map((field) => {
            const Field = secrets.has(field) ? PasswordInput : Input
            return (
              <FormField
                key={field}
                label={text(field)}
                required={field !== 'appId' && (isNew || !secrets.has(field))}
                description={text(`${field}Help`)}
                error={errorOf(field)}
              >
                <Field
                  value={input[field]}
                  onChange={(event) => setInput({ ...input, [field]: event.target.value })}
                  placeholder={!isNew && secrets.has(field) ? text('unchanged') : undefined}
                  autoComplete={secrets.has(field) ? 'new-password' : 'off'}
                  dir={field === 'name' ? 'auto' : 'ltr'}
                  inputMode={field.endsWith('Id') ? 'numeric' : undefined}
                />
              </FormField>
            )
          })}
          {save.isError ? (
            <Alert status="error">
              {[save.error.message || text('failed'), failure?.action].filter(Boolean).join(' ')}
            </Alert>
          ) : null}
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              {t('channel_whatsapp.cancel')}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {save.isPending ? <Spinner size="sm" /> : null}
              {text(isNew ? 'add' : 'save')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
