import { createContext, useContext } from 'react'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'

/** What the editor is opened with. */
export type EditorWish = {
  connectionId: string
  draftId?: string | null
  /** The template that is edited; a new one is written without it. */
  templateId?: string | null
  /** What a new one begins with. */
  initial?: TemplateDefinition
}

/** Opens the editor from anywhere on the page. */
export const EditorDoor = createContext<(wish: EditorWish) => void>(() => {})

export const useEditorDoor = () => useContext(EditorDoor)
