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
  /** After a conflict: what the other person wrote. Throws ProviderRequestFailed, as `keepMine` does. */
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
  let written: TemplateDefinition | null = null
  let isConflict = false
  /** Those at accounts that the draft was moved away from: each is kept until it is written at the new one. */
  let left: SavedDraft[] = []
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
    if (!definition || isConflict) return
    waiting = null
    onState('saving')
    try {
      draft = await write(definition)
      written = definition
      onState(waiting ? 'waiting' : 'saved')
      for (const { id } of left) providerRequest(draftPath(id), 'DELETE').catch(() => {})
      left = []
    } catch (error) {
      // What came meanwhile is newer than what failed.
      waiting ??= definition
      isConflict = isProblem(error, 409, 'draft_changed')
      // Deleted or submitted by somebody else: the next try begins another one.
      if (draft && isProblem(error, 404)) draft = null
      onState(isConflict ? 'conflict' : 'failed', error)
    }
  }
  /** Of a template there is one edit: asked to begin it, the server gives back the one that stands in the way. */
  const readTheirs = async () => {
    const answer = draft
      ? await providerRequest<{ draft: Draft }>(draftPath(draft.id))
      : await providerRequest<{ draft: Draft }>('/templates/drafts', 'POST', { connectionId, templateId })
    return answer.draft
  }
  const settle = (on: SavedDraft | null) => {
    isConflict = false
    draft = on && { id: on.id, updatedAt: on.updatedAt }
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
      if (isConflict) return
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
      isConflict = false
      // After a save that is under way: its draft is one at the former account.
      running = running.then(() => {
        connectionId = next
        if (draft) left.push(draft)
        draft = null
        // What the save wrote is to be written at the new account too.
        waiting ??= written
        isConflict = false
      })
    },
    async takeTheirs() {
      const theirs = await readTheirs()
      settle(theirs)
      waiting = null
      onState('saved')
      return theirs.definition
    },
    async keepMine() {
      const theirs = await readTheirs().catch((error) => {
        if (isProblem(error, 404)) return null
        throw error
      })
      // A second press comes when it is decided.
      if (isConflict) settle(theirs)
      await flush()
    },
    async remove() {
      clearTimeout(timer)
      waiting = null
      await running
      for (const { id } of draft ? [draft, ...left] : left) await providerRequest(draftPath(id), 'DELETE')
      draft = null
      left = []
    },
  }
}

const isProblem = (error: unknown, status: number, code?: string) =>
  error instanceof ProviderRequestFailed && error.status === status && (!code || error.code === code)
