import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { ProviderRequestFailed, providerRequest } from '../../request.ts'
import { type Draft, draftPath } from './draft.ts'

/** `conflict`: somebody else saved the draft meanwhile, and a person must say whose counts. */
export type SaveState = 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict'

export interface DraftSaver {
  /** Notes what is to be saved; it is written when nothing more came for a moment. */
  change(definition: TemplateDefinition): void
  /** Has something to write even where nothing was changed: only a draft can be submitted. */
  begin(definition: TemplateDefinition): void
  /** Whether something is not written yet. */
  hasUnsaved(): boolean
  /** Writes at once what waits. Answers the draft, or null where it could not be written. */
  flush(): Promise<SavedDraft | null>
  /** From now on the draft belongs to another account: it begins anew there. */
  moveTo(connectionId: string): void
  /** After a conflict: what the other person wrote. */
  takeTheirs(): Promise<TemplateDefinition>
  /** After a conflict: writes over what the other person wrote. */
  keepMine(): Promise<void>
  remove(): Promise<void>
}

type SavedDraft = Pick<Draft, 'id' | 'updatedAt'>

interface Beginning {
  draft: SavedDraft | null
  connectionId: string
  templateId: string | null
  onState: (state: SaveState, error?: unknown) => void
}

const PAUSE_MS = 800

/** Keeps a draft at the server equal to what is on the screen: one request at a time, the last word wins. */
export function createDraftSaver({ draft: first, templateId, onState, ...of }: Beginning): DraftSaver {
  let draft = first
  let connectionId = of.connectionId
  let waiting: TemplateDefinition | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const write = async (definition: TemplateDefinition): Promise<SavedDraft> => {
    const answer = draft
      ? await providerRequest<{ draft: Draft }>(draftPath(draft.id), 'PUT', {
          definition,
          updatedAt: draft.updatedAt,
        })
      : await providerRequest<{ draft: Draft }>('/templates/drafts', 'POST', {
          connectionId,
          templateId,
          definition,
        })
    return { id: answer.draft.id, updatedAt: answer.draft.updatedAt }
  }
  const save = async () => {
    const definition = waiting
    if (!definition) return
    waiting = null
    onState('saving')
    try {
      draft = await write(definition)
      onState(waiting ? 'waiting' : 'saved')
    } catch (error) {
      // What came meanwhile is newer than what failed.
      waiting ??= definition
      onState(isConflict(error) ? 'conflict' : 'failed', error)
    }
  }
  const flush = async () => {
    clearTimeout(timer)
    running = running.then(save)
    await running
    return waiting ? null : draft
  }
  return {
    change(definition) {
      waiting = definition
      onState('waiting')
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), PAUSE_MS)
    },
    begin(definition) {
      if (!draft) waiting ??= definition
    },
    hasUnsaved: () => waiting !== null,
    flush,
    moveTo(next) {
      const left = draft
      connectionId = next
      draft = null
      if (left) void providerRequest(draftPath(left.id), 'DELETE').catch(() => {})
    },
    async takeTheirs() {
      const { draft: theirs } = await providerRequest<{ draft: Draft }>(draftPath(draft!.id))
      draft = { id: theirs.id, updatedAt: theirs.updatedAt }
      waiting = null
      onState('saved')
      return theirs.definition
    },
    async keepMine() {
      const { draft: theirs } = await providerRequest<{ draft: Draft }>(draftPath(draft!.id))
      draft = { id: theirs.id, updatedAt: theirs.updatedAt }
      await flush()
    },
    async remove() {
      clearTimeout(timer)
      waiting = null
      await running
      if (draft) await providerRequest(draftPath(draft.id), 'DELETE')
      draft = null
    },
  }
}

const isConflict = (error: unknown) =>
  error instanceof ProviderRequestFailed && error.code === 'draft_changed'
