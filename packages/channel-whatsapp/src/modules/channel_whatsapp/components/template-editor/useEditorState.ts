import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { lintTemplate } from '../../lib/templates/lint/lint-template.ts'
import { createDraftSaver, type SaveState } from './data/draft-saver.ts'
import type { ServerFinding, SubmissionRefused } from './data/submitDraft.ts'
import type { Beginning } from './data/useBeginning.ts'
import { useNameStanding } from './data/useNameStanding.ts'
import type { Editor } from './editorContext.ts'
import { stillTrue, withServerFindings } from './findings/findings-at.ts'
import { withoutHandles } from './model/definition-edits.ts'
import { usePictures } from './usePictures.ts'
import { useVisits } from './useVisits.ts'

/** What is written, what is to say about it, and how far it is kept. */
export function useEditorState({ edited, draft, ...begun }: Beginning, isKnown: boolean) {
  const [definition, setDefinition] = useState(begun.definition)
  const [connectionId, setConnectionId] = useState(begun.connectionId)
  const [save, setSave] = useState<{ state: SaveState; error?: unknown }>({ state: 'untouched' })
  const [server, setServer] = useState<ServerFinding[]>([])
  const [refusals, setRefusals] = useState<Editor['refusals']>([])
  const visits = useVisits()
  const [mayComplainAll, setMayComplainAll] = useState(isKnown)
  const [card, openCard] = useState(0)
  const pictures = usePictures()
  const current = useRef(definition)
  const [saver] = useState(() =>
    createDraftSaver({
      draft,
      connectionId: begun.connectionId,
      templateId: edited?.id ?? null,
      onState: (state, error) => setSave({ state, error }),
    }),
  )
  useEffect(() => () => void saver.flush(), [saver])

  const show = (next: TemplateDefinition) => {
    const before = current.current
    current.current = next
    setDefinition(next)
    setServer((said) => stillTrue(said, before, next))
    setRefusals((said) => stillTrue(said, before, next))
  }
  const edit: Editor['edit'] = (change) => {
    const next = change(current.current)
    if (next === current.current) return
    show(next)
    saver.change(next)
  }
  const names = useNameStanding(connectionId, definition, edited === null)
  const about = useMemo(() => ({ isEdit: edited !== null, ...names }), [edited, names])
  const looked = useDeferredValue(definition)
  const own = useMemo(() => lintTemplate(looked, about), [looked, about])
  const editor: Editor = {
    definition,
    edit,
    connectionId,
    changeAccount: (next) => {
      setConnectionId(next)
      saver.moveTo(next)
      pictures.clear()
      // What one account says, such as of a name, says nothing about another.
      setServer([])
      setRefusals([])
      edit(withoutHandles)
    },
    edited,
    findings: useMemo(() => withServerFindings(own, server), [own, server]),
    refusals,
    mayComplain: (path) => mayComplainAll || visits.isVisited(path),
    pictures: pictures.addresses,
    showPicture: pictures.show,
    arrangePictures: pictures.arrangeCards,
    card,
    openCard,
  }
  return {
    editor,
    saver,
    saveState: save.state,
    /** Why it could not be saved. */
    saveError: save.error,
    /** Replaces everything by what somebody else saved. */
    show: (next: TemplateDefinition) => {
      pictures.clear()
      show(next)
    },
    onBlur: visits.onBlur,
    complain: () => setMayComplainAll(true),
    /** Where the first thing stands that Meta would refuse, at this very moment. What concerns no field keeps nobody from trying again. */
    firstRefused: () => {
      const said = withServerFindings(lintTemplate(current.current, about), server)
      const refused = [...said.filter(({ level }) => level === 'refused'), ...refusals]
      return refused.find(({ path }) => path !== '')?.path ?? null
    },
    hear: (refused: SubmissionRefused) => {
      setMayComplainAll(true)
      setServer(refused.findings)
      const known = new Set(refused.findings.map(({ path }) => path))
      setRefusals(
        Object.entries(refused.fieldErrors)
          .filter(([path]) => !known.has(path))
          .map(([path, sentence]) => ({ path, sentence })),
      )
    },
    latest: () => current.current,
  }
}
