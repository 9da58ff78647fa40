import { useT } from '@open-mercato/shared/lib/i18n/context'
import { placeText } from '../../template-page/detail/versions/changePlace.ts'
import { useSay } from '../../template-page/words/useSay.ts'
import { useEditor } from '../editorContext.ts'
import { FindingItem } from './FindingItem.tsx'
import type { ShownFinding } from './findings-at.ts'
import { useFindingWords } from './useFindingWords.ts'

/** A finding of the lint, in the reader's words, with its mend where there is a plain one. */
export function KnownFinding({ finding, onGo }: { finding: ShownFinding; onGo: () => void }) {
  const t = useT()
  const say = useSay()
  const { edit, definition } = useEditor()
  const { level, fix } = finding
  const { title, why } = useFindingWords()(finding)
  const place = finding.path === '' ? '' : placeText(say, finding.path, definition)
  return (
    <FindingItem
      level={level}
      place={place}
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
