import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Plus } from 'lucide-react'
import type { DraftProps } from '../attach/attachment.ts'
import { DraftInput } from '../attach/DraftInput.tsx'
import { RemovablePart } from '../attach/RemovablePart.tsx'
import { WordField } from '../attach/WordField.tsx'
import { limits } from '../limits.ts'
import { type ButtonsDraft, buttonPath, emptyButton } from './buttonsDraft.ts'

export function ButtonsForm({ draft, onChange }: DraftProps<ButtonsDraft>) {
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.composer.buttons.${key}`, values)
  const change = (part: Partial<ButtonsDraft>) => onChange({ ...draft, ...part })
  const { buttons } = draft
  return (
    <>
      <WordField part="header" words={draft} limit={limits.header} onChange={change} />
      <WordField part="body" words={draft} limit={limits.buttonsBody} onChange={change} />
      <WordField part="footer" words={draft} limit={limits.footer} onChange={change} />
      <div className="grid gap-3">
        {buttons.map((button, index) => (
          <RemovablePart
            key={button.id}
            label={say('remove', { number: index + 1 })}
            onRemove={
              buttons.length > 1
                ? () => change({ buttons: buttons.filter(({ id }) => id !== button.id) })
                : null
            }
          >
            <DraftInput
              path={buttonPath(index)}
              label={say('numbered', { number: index + 1 })}
              value={button.title}
              onChange={(title) =>
                change({
                  buttons: buttons.map((other) => (other.id === button.id ? { ...other, title } : other)),
                })
              }
              limit={limits.buttonTitle}
              required
            />
          </RemovablePart>
        ))}
        {buttons.length < limits.buttons ? (
          <Button
            variant="ghost"
            size="sm"
            className="justify-self-start"
            onClick={() => change({ buttons: [...buttons, emptyButton()] })}
          >
            <Plus />
            {say('add')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
