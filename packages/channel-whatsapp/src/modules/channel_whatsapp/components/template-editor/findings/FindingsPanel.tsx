import type { Ref } from 'react'
import { useEditor } from '../editorContext.ts'
import { useText } from '../useText.ts'
import { FindingItem } from './FindingItem.tsx'
import { inOrder } from './findings-at.ts'
import { KnownFinding } from './KnownFinding.tsx'

/** Everything there is to say about the template; a finding leads to its field. */
export function FindingsPanel({ ref, onGo }: { ref: Ref<HTMLElement>; onGo: (path: string) => void }) {
  const text = useText()
  const { findings, refusals } = useEditor()
  const refused = findings.filter(({ level }) => level === 'refused').length + refusals.length
  const advice = findings.length + refusals.length - refused
  return (
    <section ref={ref} tabIndex={-1} aria-label={text('findings.title')} className="grid gap-2 outline-none">
      <p role="status" className="text-sm font-medium">
        {refused + advice === 0
          ? text('findings.none')
          : [
              refused > 0 ? text('findings.refused', { count: refused }) : '',
              advice > 0 ? text('findings.advice', { count: advice }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      <ul className="grid gap-2 empty:hidden">
        {refusals.map(({ path, sentence }) => (
          <FindingItem key={path} level="refused" sentence={sentence} onGo={() => onGo(path)} />
        ))}
        {inOrder(findings).map((finding) => (
          <KnownFinding
            key={`${finding.code} ${finding.path}`}
            finding={finding}
            onGo={() => onGo(finding.path)}
          />
        ))}
      </ul>
    </section>
  )
}
