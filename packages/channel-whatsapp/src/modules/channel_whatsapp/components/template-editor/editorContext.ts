import { createContext, useContext } from 'react'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import type { Beginning } from './data/useBeginning.ts'
import type { ShownFinding } from './findings/findings-at.ts'
import { changeParts, type Parts } from './model/parts.ts'

/** What every field of the editor knows. */
export interface Editor {
  definition: TemplateDefinition
  edit: (change: (definition: TemplateDefinition) => TemplateDefinition) => void
  connectionId: string
  changeAccount: (connectionId: string) => void
  /** The template as Meta has it, where one is edited. */
  edited: Beginning['edited']
  findings: ShownFinding[]
  /** What the server or Meta said about a field, by its path. */
  refusals: { path: string; sentence: string }[]
  /** Whether a field may complain yet: one is left alone until it was visited, or a submission was tried. */
  mayComplain: (path: string) => boolean
  /** Addresses of chosen samples in this browser, as the preview names them (`header.media`). */
  pictures: Readonly<Record<string, string>>
  showPicture: (key: string, address: string | null) => void
  /** Takes the pictures of cards along: where each card stood before. */
  arrangePictures: (order: readonly number[]) => void
  /** The card of the carousel that is open. */
  card: number
  openCard: (card: number) => void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('A field of the template editor needs its context.')
  return editor
}

/** Where components are edited: the template itself, or one card of its carousel. */
export interface Place {
  parts: Parts
  /** `components`, or `components.1.cards.0.components`. */
  path: string
  change: (change: (parts: Parts) => Parts) => void
  /** How the preview calls what is in here: '' or `cards.0.`. */
  previewKey: string
}

export const PlaceContext = createContext<Place | null>(null)

export function usePlace(): Place {
  const { definition, edit } = useEditor()
  const place = useContext(PlaceContext)
  return (
    place ?? {
      parts: definition.components,
      path: 'components',
      change: (change) => edit((before) => changeParts(before, change)),
      previewKey: '',
    }
  )
}
