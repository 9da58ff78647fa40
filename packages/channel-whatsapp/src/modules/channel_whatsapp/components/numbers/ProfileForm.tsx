import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import { type FormEvent, useState } from 'react'
import { problemText } from '../problemText.ts'
import { ProviderRequestFailed } from '../request.ts'
import { type BusinessProfile, changedProfile, VERTICALS } from './number.ts'
import { type NumberProps, useSaveProfile } from './useNumber.ts'

const lengths = { about: 139, address: 256, description: 512, email: 128, website: 256 }

export function ProfileForm({ profile, ...of }: NumberProps & { profile: BusinessProfile }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.profile.${key}`)
  const save = useSaveProfile(of)
  const [draft, setDraft] = useState<BusinessProfile | null>(null)
  const { pictureUrl: _, ...fields } = draft ?? profile
  const change = changedProfile(profile, fields)
  const isChanged = Object.keys(change).length > 0
  const failure = save.error instanceof ProviderRequestFailed ? save.error : null
  const set = (more: Partial<BusinessProfile>) => setDraft({ ...profile, ...fields, ...more })
  const setWebsite = (index: number, website: string) =>
    set({ websites: [0, 1].map((at) => (at === index ? website : (fields.websites[at] ?? ''))) })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(change, {
      onSuccess: () => {
        setDraft(null)
        flash(text('done'), 'success')
      },
    })
  }
  const verticals: readonly string[] =
    profile.vertical === null || (VERTICALS as readonly string[]).includes(profile.vertical)
      ? VERTICALS
      : [...VERTICALS, profile.vertical]

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <FormField label={text('about')} description={text('aboutHelp')} error={failure?.fieldErrors.about}>
        <Input
          value={fields.about}
          maxLength={lengths.about}
          onChange={(event) => set({ about: event.target.value })}
        />
      </FormField>
      <FormField label={text('description')} error={failure?.fieldErrors.description}>
        <Textarea
          value={fields.description}
          maxLength={lengths.description}
          showCount
          onChange={(event) => set({ description: event.target.value })}
        />
      </FormField>
      <FormField label={text('address')} error={failure?.fieldErrors.address}>
        <Input
          value={fields.address}
          maxLength={lengths.address}
          onChange={(event) => set({ address: event.target.value })}
        />
      </FormField>
      <FormField label={text('email')} error={failure?.fieldErrors.email}>
        <Input
          type="email"
          dir="ltr"
          value={fields.email}
          maxLength={lengths.email}
          onChange={(event) => set({ email: event.target.value })}
        />
      </FormField>
      {[0, 1].map((index) => (
        <FormField
          key={index}
          label={text(index === 0 ? 'website' : 'secondWebsite')}
          error={failure?.fieldErrors[`websites.${index}`]}
        >
          <Input
            type="url"
            dir="ltr"
            placeholder="https://"
            value={fields.websites[index] ?? ''}
            maxLength={lengths.website}
            onChange={(event) => setWebsite(index, event.target.value)}
          />
        </FormField>
      ))}
      <FormField label={text('vertical')} error={failure?.fieldErrors.vertical}>
        <VerticalSelect
          verticals={verticals}
          value={fields.vertical}
          onChange={(vertical) => set({ vertical })}
        />
      </FormField>
      {save.isError ? <Alert status="error">{problemText(t, save.error, text('saveFailed'))}</Alert> : null}
      <DialogFooter className="sticky bottom-0 -mx-5 border-t bg-popover px-5 py-3 sm:-mx-6 sm:px-6">
        <Button type="submit" disabled={!isChanged || save.isPending}>
          {save.isPending ? <Spinner size="sm" /> : null}
          {text('save')}
        </Button>
      </DialogFooter>
    </form>
  )
}

type VerticalSelectProps = {
  id?: string
  verticals: readonly string[]
  value: string | null
  onChange: (vertical: string) => void
}

function VerticalSelect({ verticals, value, onChange, ...control }: VerticalSelectProps) {
  const t = useT()
  return (
    <Select value={value ?? ''} onValueChange={onChange}>
      <SelectTrigger {...control}>
        <SelectValue placeholder={t('channel_whatsapp.numbers.profile.noVertical')} />
      </SelectTrigger>
      <SelectContent>
        {verticals.map((vertical) => (
          <SelectItem key={vertical} value={vertical}>
            {t(`channel_whatsapp.numbers.vertical.${vertical}`, vertical)}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
}
