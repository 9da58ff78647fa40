import { Alert } from '@open-mercato/ui/primitives/alert'
import { type Ref, useDeferredValue } from 'react'
import { useEditor } from './editorContext.ts'
import { FindingsPanel } from './findings/FindingsPanel.tsx'
import { PhoneMessage } from './preview/PhoneMessage.tsx'
import { useText } from './useText.ts'

type EditorSideProps = {
  findingsRef: Ref<HTMLElement>
  /** On a small screen, where it takes the place of the form. */
  isShown: boolean
  /** What the last submission came to, where it was refused. */
  problem: string | null
  onGo: (path: string) => void
}

/** What the customer will see, and what there is to say about it. */
export function EditorSide({ findingsRef, isShown, problem, onGo }: EditorSideProps) {
  const text = useText()
  const { definition, pictures } = useEditor()
  const { components, language } = useDeferredValue(definition)
  return (
    <aside
      aria-label={text('preview.title')}
      className={`relative auto-rows-max content-start gap-4 overflow-y-auto border-s bg-muted/30 px-5 py-5 lg:grid ${isShown ? 'grid' : 'hidden'}`}
    >
      <h3 className="text-[0.9375rem] font-semibold tracking-tight">{text('preview.title')}</h3>
      <PhoneMessage components={components} values={pictures} language={language} />
      {problem ? <Alert status="error">{problem}</Alert> : null}
      <FindingsPanel ref={findingsRef} onGo={onGo} />
    </aside>
  )
}
