import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Dialog, DialogContent, DialogHeader, DialogTitle } from '@open-mercato/ui/primitives/dialog'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { problemText } from '../problemText.ts'
import type { SubmittedTemplate } from './data/draft.ts'
import { useBeginning } from './data/useBeginning.ts'
import { EditorScreen } from './EditorScreen.tsx'
import { metaLanguage } from './model/languages.ts'
import { useText } from './useText.ts'

export type TemplateEditorProps = {
  /** A draft to go on with; null begins a new one. */
  draftId: string | null
  connectionId: string
  /** The template that is edited; null writes a new one. What is needed of it is read by its id. */
  template: { id: string } | null
  /** What a new one begins with: from the library, a copy, a translation. */
  initial?: TemplateDefinition
  onClose: () => void
  onSubmitted: (template: SubmittedTemplate) => void
}

/** Writes a template, new or again: reads what it begins with, then the screen has it. */
export function TemplateEditor({ draftId, connectionId, template, initial, ...on }: TemplateEditorProps) {
  const t = useT()
  const text = useText()
  const language = metaLanguage(useLocale())
  const templateId = template?.id ?? null
  const beginning = useBeginning({ draftId, connectionId, templateId, initial, language })
  if (beginning.data) {
    return (
      <EditorScreen beginning={beginning.data} isBegun={Boolean(draftId || template || initial)} {...on} />
    )
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && on.onClose()}>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{text(template ? 'title.edit' : 'title.new')}</DialogTitle>
        </DialogHeader>
        {beginning.isError ? (
          <Alert
            status="error"
            action={
              <Button size="sm" variant="outline" onClick={() => void beginning.refetch()}>
                {text('load.again')}
              </Button>
            }
          >
            {problemText(t, beginning.error, text('load.failed'))}
          </Alert>
        ) : (
          <p role="status" className="flex items-center gap-2 text-sm text-muted-foreground">
            <Spinner size="sm" />
            {text('load.busy')}
          </p>
        )}
      </DialogContent>
    </Dialog>
  )
}
