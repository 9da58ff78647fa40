import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { Archive, ArchiveRestore, Copy, Languages, PenLine, Play, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ManagedTemplate } from '../../data/template.ts'
import { useTemplateAction } from '../../data/useTemplateAction.ts'
import { copiedName, copyOf } from '../../definition/copyOf.ts'
import { useEditorDoor } from '../../editorDoor.ts'
import { useSay } from '../../words/useSay.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { TestSendDialog } from './TestSendDialog.tsx'
import { TranslateDialog } from './TranslateDialog.tsx'

type DetailActionsProps = { known: ManagedTemplate; onClose: () => void }

/** Everything that can be done with a template in its state. */
export function DetailActions({ known, onClose }: DetailActionsProps) {
  const t = useT()
  const say = useSay()
  const openEditor = useEditorDoor()
  const maySend = hasFeature(useBackendChrome().payload?.grantedFeatures, 'communication_channels.send')
  const [dialog, setDialog] = useState<'translate' | 'test' | 'delete' | null>(null)
  const act = useTemplateAction(known.template.id)
  const { template, edit } = known
  const { connectionId } = template
  const close = () => setDialog(null)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const archive = async () => {
    const isSure = await confirm({
      title: say('act.archive.title'),
      text: say('act.archive.text'),
      confirmText: say('act.archive'),
      cancelText: t('channel_whatsapp.cancel'),
    })
    if (isSure) act.mutate('archive')
  }
  const change = () => openEditor({ connectionId, templateId: template.id, draftId: template.draftId })
  const duplicate = () =>
    openEditor({ connectionId, initial: copyOf(template, { name: copiedName(template.name) }) })
  return (
    <div className="flex flex-wrap gap-2">
      {edit.canEdit ? (
        <Button size="sm" onClick={change}>
          <PenLine /> {say(template.draftId ? 'act.continue' : 'act.edit')}
        </Button>
      ) : null}
      {template.status === 'APPROVED' && template.numbers.length > 0 && maySend ? (
        <Button variant="outline" size="sm" onClick={() => setDialog('test')}>
          <Send className="rtl:-scale-x-100" /> {say('act.test')}
        </Button>
      ) : null}
      <Button variant="outline" size="sm" onClick={() => setDialog('translate')}>
        <Languages /> {say('act.translate')}
      </Button>
      <Button variant="outline" size="sm" onClick={duplicate}>
        <Copy /> {say('act.duplicate')}
      </Button>
      {edit.canUnpause ? (
        <Button variant="outline" size="sm" disabled={act.isPending} onClick={() => act.mutate('unpause')}>
          <Play /> {say('act.unpause')}
        </Button>
      ) : null}
      {edit.canUnarchive ? (
        <Button variant="outline" size="sm" disabled={act.isPending} onClick={() => act.mutate('unarchive')}>
          <ArchiveRestore /> {say('act.unarchive')}
        </Button>
      ) : edit.canArchive ? (
        <Button variant="outline" size="sm" disabled={act.isPending} onClick={() => void archive()}>
          <Archive /> {say('act.archive')}
        </Button>
      ) : null}
      {edit.canDelete ? (
        <Button
          variant="destructive-ghost"
          size="sm"
          disabled={act.isPending}
          onClick={() => setDialog('delete')}
        >
          <Trash2 /> {say('act.delete')}
        </Button>
      ) : null}
      {ConfirmDialogElement}
      {dialog === 'translate' ? <TranslateDialog template={template} onClose={close} /> : null}
      {dialog === 'test' ? <TestSendDialog template={template} onClose={close} /> : null}
      {dialog === 'delete' ? (
        <DeleteDialog
          known={known}
          onClose={close}
          onDelete={(action) => {
            close()
            // What became of it is told where it is done.
            act.mutateAsync(action).then(onClose, () => {})
          }}
        />
      ) : null}
    </div>
  )
}
