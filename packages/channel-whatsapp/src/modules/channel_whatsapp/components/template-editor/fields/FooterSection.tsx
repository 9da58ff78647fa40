import { FOOTER_MAX } from '../../../lib/templates/lint/limits.ts'
import { usePlace } from '../editorContext.ts'
import { partOf, pathOfPart } from '../model/parts.ts'
import { setFooter } from '../model/text-parts.ts'
import { useText } from '../useText.ts'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { Section } from './Section.tsx'

export function FooterSection() {
  const text = useText()
  const { parts, path: base, change } = usePlace()
  const path = pathOfPart(parts, 'FOOTER', base)
  return (
    <Section title={text('footer.title')} about={text('footer.about')}>
      <EditorField
        path={`${path}.text`}
        also={partOf(parts, 'FOOTER') ? [path] : []}
        label={text('footer.text')}
      >
        <CountedInput
          most={FOOTER_MAX}
          value={partOf(parts, 'FOOTER')?.text ?? ''}
          onChange={(value) => change((before) => setFooter(before, value))}
        />
      </EditorField>
    </Section>
  )
}
