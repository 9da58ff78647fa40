import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
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
import { languageName } from '../../../lib/templates/language-name.ts'
import { ChangeList } from '../../template-page/detail/versions/ChangeList.tsx'
import { useEditor } from '../editorContext.ts'
import { useText } from '../useText.ts'

type SubmitDialogProps = {
  isSubmitting: boolean
  /** Why the last try came to nothing, where no field says it. */
  problem: string | null
  onSubmit: () => void
  onClose: () => void
  /** Takes the focus when the dialog is gone; answers whether it did. */
  onGone: () => boolean
}

/** The last look before Meta has it: what is handed over, what changes, and what follows. */
export function SubmitDialog({ isSubmitting, problem, onSubmit, onClose, onGone }: SubmitDialogProps) {
  const t = useT()
  const text = useText()
  const locale = useLocale()
  const { definition, edited, findings } = useEditor()
  const advice = findings.filter(({ level }) => level === 'advice').length
  const facts = [
    [text('name'), definition.name],
    [text('language'), languageName(definition.language, locale)],
    [text('category'), t(`channel_whatsapp.templates.category.${definition.category}`)],
  ]
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isSubmitting && onClose()}>
      <DialogContent elevated onCloseAutoFocus={(event) => onGone() && event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{text(edited ? 'submit.edit.title' : 'submit.title')}</DialogTitle>
          <DialogDescription>{text(edited ? 'submit.edit.about' : 'submit.about')}</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
        {edited ? (
          <ChangeList
            before={edited.definition}
            after={definition}
            label={text('changes.title')}
            none={text('changes.none')}
          />
        ) : null}
        {advice > 0 ? <Alert status="warning">{text('submit.advice', { count: advice })}</Alert> : null}
        {problem ? <Alert status="error">{problem}</Alert> : null}
        <DialogFooter>
          <Button variant="outline" onClick={onClose} disabled={isSubmitting}>
            {text('submit.back')}
          </Button>
          <Button onClick={onSubmit} disabled={isSubmitting}>
            {isSubmitting ? <Spinner size="sm" /> : null}
            {text('submit.confirm')}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
