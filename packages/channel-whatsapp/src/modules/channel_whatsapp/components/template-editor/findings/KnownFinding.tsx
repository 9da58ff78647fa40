import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useEditor } from '../editorContext.ts'
import { FindingItem } from './FindingItem.tsx'
import type { ShownFinding } from './findings-at.ts'
import { useFindingWords } from './useFindingWords.ts'

/** A finding of the lint, in the reader's words, with its mend where there is a plain one. */
export function KnownFinding({ finding, onGo }: { finding: ShownFinding; onGo: () => void }) {
  const t = useT()
  const { edit } = useEditor()
  const { level, fix } = finding
  const { title, why } = useFindingWords()(finding)
  return (
    <FindingItem
      level={level}
      sentence={title}
      why={why}
      mend={
        fix
          ? { name: t(`channel_whatsapp.finding.fix.${fix.code}`), apply: () => edit(fix.definition) }
          : null
      }
      onGo={onGo}
    />
  )
}
