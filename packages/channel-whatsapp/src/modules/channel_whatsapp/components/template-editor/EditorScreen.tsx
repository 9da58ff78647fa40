import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@open-mercato/ui/primitives/dialog'
import { useEffect, useRef, useState } from 'react'
import { problemText } from '../problemText.ts'
import { ConflictNote } from './ConflictNote.tsx'
import type { SubmittedTemplate } from './data/draft.ts'
import type { Beginning } from './data/useBeginning.ts'
import { EditLimitsNote } from './EditLimitsNote.tsx'
import { EditorBar } from './EditorBar.tsx'
import { EditorForm } from './EditorForm.tsx'
import { EditorSide } from './EditorSide.tsx'
import { EditorContext } from './editorContext.ts'
import { focusField } from './findings/focus-field.ts'
import { RejectionNote } from './RejectionNote.tsx'
import { SubmitDialog } from './submit/SubmitDialog.tsx'
import { useSubmission } from './submit/useSubmission.ts'
import { useEditorState } from './useEditorState.ts'
import { useLeaving } from './useLeaving.ts'
import { useText } from './useText.ts'
import { useUnloadWarning } from './useUnloadWarning.ts'

type EditorScreenProps = {
  beginning: Beginning
  /** Whether there is something to complain about from the start: an empty form is left alone. */
  isBegun: boolean
  onClose: () => void
  onSubmitted: (template: SubmittedTemplate) => void
}

/** The form and, beside it, the phone and what is to say; on a phone one of the two at a time. */
export function EditorScreen({ beginning, isBegun, onClose, onSubmitted }: EditorScreenProps) {
  const t = useT()
  const text = useText()
  const state = useEditorState(beginning, isBegun)
  const { editor, saver, saveState } = state
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const leaving = useLeaving({ saver, confirm, onClose, beginning, isTouched: saveState !== 'untouched' })
  useUnloadWarning(saveState !== 'untouched' && saveState !== 'saved')
  const form = useRef<HTMLFormElement>(null)
  const [isPreview, setIsPreview] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const side = useRef<HTMLElement>(null)
  const [goal, setGoal] = useState<{ path: string } | 'findings' | null>(null)
  const afterConfirm = useRef<string | null>(null)
  useEffect(() => {
    if (goal === 'findings') side.current?.focus()
    else if (goal && form.current && !focusField(form.current, goal.path)) {
      // What concerns no field stands in the list only.
      setIsPreview(true)
      setGoal('findings')
    }
  }, [goal])

  const go = (path: string) => {
    state.complain()
    setIsPreview(false)
    const card = /(?:^|\.)cards\.(\d+)/.exec(path)
    if (card) editor.openCard(Number(card[1]))
    setGoal({ path })
  }
  const decide = (decision: Promise<void>) =>
    decision.catch((error) => flash(problemText(t, error, text('save.failed')), 'error'))
  const submission = useSubmission({
    saver,
    onSubmitted,
    onRefused: (refused) => {
      state.hear(refused)
      const path = refused.findings.find(({ level }) => level === 'refused')?.path
      afterConfirm.current = path || Object.keys(refused.fieldErrors)[0] || null
      if (afterConfirm.current) setIsConfirming(false)
    },
  })
  const ask = () => {
    const refused = state.firstRefused()
    if (refused !== null) return go(refused)
    submission.forget()
    setIsConfirming(true)
  }
  const isEdit = beginning.edited !== null
  return (
    <EditorContext value={editor}>
      <Dialog open onOpenChange={(isOpen) => !isOpen && void leaving.leave()}>
        <DialogContent
          onPointerDownOutside={(event) => event.preventDefault()}
          className="h-dvh max-h-none gap-0 overflow-hidden rounded-none p-0 sm:h-[94dvh] sm:max-h-none sm:max-w-[min(80rem,calc(100vw-3rem))] sm:rounded-xl sm:p-0"
        >
          <header className="grid gap-0.5 border-b px-5 py-3.5 pe-14 sm:px-6">
            <DialogTitle>{text(isEdit ? 'title.edit' : 'title.new')}</DialogTitle>
            <DialogDescription>{text(isEdit ? 'about.edit' : 'about.new')}</DialogDescription>
          </header>
          <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_25rem]">
            {/* `relative` keeps what is hidden from sight inside: it would stretch the dialog else. */}
            <form
              ref={form}
              noValidate
              onSubmit={(event) => event.preventDefault()}
              onBlur={state.onBlur}
              className={`relative grid auto-rows-max content-start gap-6 overflow-y-auto px-5 py-5 sm:px-6 ${isPreview ? 'max-lg:hidden' : ''}`}
            >
              {saveState === 'conflict' ? (
                <ConflictNote
                  onTakeTheirs={() => void decide(saver.takeTheirs().then(state.show))}
                  onKeepMine={() => void decide(saver.keepMine())}
                />
              ) : null}
              {beginning.edited?.rejection ? <RejectionNote rejection={beginning.edited.rejection} /> : null}
              {beginning.edited ? <EditLimitsNote limits={beginning.edited.limits} /> : null}
              <EditorForm />
            </form>
            <EditorSide
              findingsRef={side}
              isShown={isPreview}
              problem={isConfirming ? null : submission.problem}
              onGo={go}
            />
          </div>
          <EditorBar
            saveState={saveState}
            saveError={state.saveError}
            isDraft={beginning.draft !== null || saveState !== 'untouched'}
            isPreview={isPreview}
            onPreview={setIsPreview}
            onRetry={() => void saver.flush()}
            onDelete={() => void leaving.remove()}
            onSubmit={ask}
          />
        </DialogContent>
      </Dialog>
      {isConfirming ? (
        <SubmitDialog
          isSubmitting={submission.isSubmitting}
          problem={submission.problem}
          onSubmit={() => {
            saver.begin(state.latest())
            void submission.submit()
          }}
          onClose={() => setIsConfirming(false)}
          onGone={() => {
            const path = afterConfirm.current
            afterConfirm.current = null
            if (path) go(path)
            return path !== null
          }}
        />
      ) : null}
      {ConfirmDialogElement}
    </EditorContext>
  )
}
