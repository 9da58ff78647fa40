import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Input } from '@open-mercato/ui/primitives/input'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { useMutation } from '@tanstack/react-query'
import { MessageSquarePlus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { RequestFailed } from '../data/request.ts'
import { useHubSettings } from '../data/useHubSettings.ts'
import { useChannels } from '../data/useInboxData.ts'
import { openConversation } from './openConversation.ts'

const BY_RULE = 'by-rule'

/** Starts a thread with a phone number; the first message is a template, as the policy then says in the composer. */
export function NewConversation({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <IconButton aria-label={t('communication_channels.inbox.numbers.new')} className="-my-1 -me-1">
          <MessageSquarePlus />
        </IconButton>
      </DialogTrigger>
      <DialogContent size="sm">
        <DialogHeader>
          <DialogTitle>{t('communication_channels.inbox.numbers.new')}</DialogTitle>
          <DialogDescription>{t('communication_channels.inbox.numbers.newHint')}</DialogDescription>
        </DialogHeader>
        <NewConversationForm
          onOpened={(id) => {
            setOpen(false)
            onOpen(id)
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

function NewConversationForm({ onOpened }: { onOpened: (id: string) => void }) {
  const t = useT()
  const fromId = useId()
  const channels = (useChannels().data ?? []).filter(({ isEnabled }) => isEnabled)
  const [phone, setPhone] = useState('')
  const defaultId = useHubSettings().data?.defaultChannelId
  // Without a default the rule says nothing about somebody who knows none of the numbers.
  const hasRule = channels.length < 2 || channels.some(({ id }) => id === defaultId)
  const [chosen, setChosen] = useState<string | null>(null)
  const channelId = chosen ?? (hasRule ? BY_RULE : channels[0]!.id)
  const open = useMutation({
    mutationFn: () =>
      openConversation({ phone: phone.trim(), ...(channelId === BY_RULE ? {} : { channelId }) }),
    onSuccess: ({ conversation }) => onOpened(conversation.id),
  })
  const refusal = open.error instanceof RequestFailed ? open.error : null
  const phoneError = refusal?.fieldErrors.phone && t('communication_channels.inbox.numbers.phoneInvalid')
  const channelError =
    refusal?.fieldErrors.channelId &&
    t(
      `communication_channels.inbox.numbers.${refusal.code === 'choose_channel' ? 'chooseWriting' : 'chooseOne'}`,
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!open.isPending && phone.trim()) open.mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      <FormField label={t('communication_channels.inbox.numbers.phone')} error={phoneError}>
        <Input
          type="tel"
          inputMode="tel"
          autoComplete="off"
          autoFocus
          placeholder="+48 601 234 567"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </FormField>
      {channels.length > 1 ? (
        <FormField
          id={fromId}
          label={t('communication_channels.inbox.numbers.writeFrom')}
          error={channelError}
        >
          <Select value={channelId} onValueChange={setChosen}>
            <SelectTrigger id={fromId} aria-invalid={Boolean(channelError)}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {hasRule ? (
                <SelectItem value={BY_RULE}>{t('communication_channels.inbox.numbers.byRule')}</SelectItem>
              ) : null}
              {channels.map(({ id, displayName, address }) => (
                <SelectItem key={id} value={id}>
                  {displayName}
                  {address ? ` · ${address}` : ''}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </FormField>
      ) : null}
      {open.isError && !phoneError && !(channelError && channels.length > 1) ? (
        <Alert status="error">
          <AlertDescription>
            {t(`communication_channels.inbox.numbers.${channelError ? 'noneOn' : 'notOpened'}`)}
          </AlertDescription>
        </Alert>
      ) : null}
      <DialogFooter>
        <Button type="submit" disabled={open.isPending || !phone.trim()}>
          {t('communication_channels.inbox.numbers.start')}
        </Button>
      </DialogFooter>
    </form>
  )
}
