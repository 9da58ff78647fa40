import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { TemplateEditor } from '../template-editor/TemplateEditor.tsx'
import { templateKeys } from './data/templateKeys.ts'
import type { EditorWish } from './editorDoor.ts'
import { useSay } from './words/useSay.ts'

/** The editor as the address has it; what a new one begins with is too long for an address and stays in memory. */
export function useEditor(): { element: ReactNode; open: (wish: EditorWish) => void } {
  const say = useSay()
  const client = useQueryClient()
  const { params, setParams } = useUrlParams()
  const [initial, setInitial] = useState<TemplateDefinition | undefined>()
  const open = useCallback(
    ({ connectionId, draftId = null, templateId = null, initial: begin }: EditorWish) => {
      setInitial(begin)
      setParams({ compose: connectionId, draft: draftId, of: templateId, dialog: null })
    },
    [setParams],
  )
  const connectionId = params.get('compose')
  const [draftId, templateId] = [params.get('draft'), params.get('of')]
  if (!connectionId) return { element: null, open }
  const leave = (change: Record<string, string | null> = {}) => {
    setInitial(undefined)
    // Back leads to where the editor was opened from, not into it again.
    setParams({ compose: null, draft: null, of: null, ...change }, 'replace')
    void client.invalidateQueries({ queryKey: templateKeys.all })
  }
  const element = (
    <TemplateEditor
      key={`${draftId} ${templateId}`}
      connectionId={connectionId}
      draftId={draftId}
      template={templateId ? { id: templateId } : null}
      {...(initial ? { initial } : {})}
      onClose={() => leave()}
      onSubmitted={({ id }) => {
        flash(say('review.submitted'), 'success')
        leave({ template: id })
      }}
    />
  )
  return { element, open }
}
