import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Plus } from 'lucide-react'
import type { DraftProps } from '../attach/attachment.ts'
import { DraftInput } from '../attach/DraftInput.tsx'
import { RemovablePart } from '../attach/RemovablePart.tsx'
import { limits } from '../limits.ts'
import { type ContactDraft, contactPaths, emptyPhone, phonePath } from './contactDraft.ts'

export function ContactForm({ draft, onChange }: DraftProps<ContactDraft>) {
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.composer.contact.${key}`, values)
  const { phones } = draft
  const line = (part: 'name' | 'company' | 'email', limit: number) => (
    <DraftInput
      path={contactPaths[part]}
      label={say(part)}
      value={draft[part]}
      onChange={(value) => onChange({ ...draft, [part]: value })}
      limit={limit}
      required={part === 'name'}
      type={part === 'email' ? 'email' : 'text'}
    />
  )
  return (
    <>
      {line('name', limits.contactName)}
      <div className="grid gap-2">
        {phones.map((one, index) => (
          <RemovablePart
            key={one.id}
            label={say('phone.remove', { number: index + 1 })}
            onRemove={
              phones.length > 1
                ? () => onChange({ ...draft, phones: phones.filter(({ id }) => id !== one.id) })
                : null
            }
          >
            <DraftInput
              path={phonePath(draft, index)}
              label={phones.length > 1 ? say('phone.numbered', { number: index + 1 }) : say('phone')}
              value={one.phone}
              onChange={(phone) =>
                onChange({
                  ...draft,
                  phones: phones.map((other) => (other.id === one.id ? { ...other, phone } : other)),
                })
              }
              limit={limits.phone}
              type="tel"
              placeholder="+48 601 234 567"
            />
          </RemovablePart>
        ))}
        {phones.length < limits.phones ? (
          <Button
            variant="ghost"
            size="sm"
            className="justify-self-start"
            onClick={() => onChange({ ...draft, phones: [...phones, emptyPhone()] })}
          >
            <Plus />
            {say('phone.add')}
          </Button>
        ) : null}
      </div>
      {line('email', limits.email)}
      {line('company', limits.company)}
    </>
  )
}
