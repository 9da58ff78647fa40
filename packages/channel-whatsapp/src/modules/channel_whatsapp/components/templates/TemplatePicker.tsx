import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { SimpleTooltip } from '@open-mercato/ui/primitives/tooltip'
import { LayoutTemplate } from 'lucide-react'
import { useState } from 'react'
import type { ComposerContext } from './composerContext.ts'
import { TemplateDialog } from './TemplateDialog.tsx'

type TemplatePickerProps = { composer: ComposerContext; disabled?: boolean }

/** One tool among others while free text is possible, the main action when it is not. */
export function TemplatePicker({ composer, disabled }: TemplatePickerProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const label = t('channel_whatsapp.templates.open')
  return (
    <>
      {composer.window.isOpen ? (
        <SimpleTooltip content={label}>
          <IconButton aria-label={label} disabled={disabled} onClick={() => setIsOpen(true)}>
            <LayoutTemplate className="size-4.5" />
          </IconButton>
        </SimpleTooltip>
      ) : (
        <Button disabled={disabled} onClick={() => setIsOpen(true)} className="w-full sm:w-auto">
          <LayoutTemplate />
          {label}
        </Button>
      )}
      {isOpen ? <TemplateDialog composer={composer} onOpenChange={setIsOpen} /> : null}
    </>
  )
}
