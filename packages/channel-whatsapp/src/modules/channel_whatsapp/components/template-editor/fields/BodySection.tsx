import { BODY_MAX, OFFER_BODY_MAX } from '../../../lib/templates/lint/limits.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { layoutOf } from '../model/layout.ts'
import { pathOfPart } from '../model/parts.ts'
import { textOf } from '../model/text-parts.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'
import { MarkedTextarea } from './MarkedTextarea.tsx'
import { SamplesTable } from './SamplesTable.tsx'
import { Section } from './Section.tsx'
import { useTextWriter } from './useTextWriter.ts'

export function BodySection() {
  const text = useText()
  const layout = layoutOf(useEditor().definition)
  return (
    <Section title={text('body.title')} about={text('body.about')}>
      <BodyField most={layout === 'offer' ? OFFER_BODY_MAX : BODY_MAX} />
      <SamplesTable place="BODY" />
    </Section>
  )
}

/** The text of a template or of a card. */
export function BodyField({ most }: { most: number }) {
  const text = useText()
  const { parts, path: base } = usePlace()
  const writeText = useTextWriter('BODY')
  const path = pathOfPart(parts, 'BODY', base)
  return (
    <EditorField
      path={`${path}.text`}
      also={[path]}
      label={text(base === 'components' ? 'body.text' : 'cards.ownText')}
      required
    >
      <MarkedTextarea most={most} value={textOf(parts, 'BODY')} onChange={writeText} />
    </EditorField>
  )
}
