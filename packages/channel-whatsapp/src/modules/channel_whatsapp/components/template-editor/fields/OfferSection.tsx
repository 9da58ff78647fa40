import { OFFER_TEXT_MAX } from '../../../lib/templates/lint/limits.ts'
import { usePlace } from '../editorContext.ts'
import { offerOf, setOffer } from '../model/offer.ts'
import { pathOfPart } from '../model/parts.ts'
import { useText } from '../useText.ts'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { Section } from './Section.tsx'
import { SwitchRow } from './SwitchRow.tsx'

export function OfferSection() {
  const text = useText()
  const { parts, path: base, change } = usePlace()
  const path = pathOfPart(parts, 'LIMITED_TIME_OFFER', base)
  const offer = offerOf(parts)
  return (
    <Section title={text('offer.title')} about={text('offer.about')}>
      <EditorField path={`${path}.limited_time_offer.text`} also={[path]} label={text('offer.text')} required>
        <CountedInput
          most={OFFER_TEXT_MAX}
          value={offer.text}
          onChange={(typed) => change((before) => setOffer(before, { text: typed }))}
        />
      </EditorField>
      <SwitchRow
        label={text('offer.expires')}
        help={text('offer.expiresHelp')}
        isOn={offer.has_expiration}
        onChange={(isOn) => change((before) => setOffer(before, { has_expiration: isOn }))}
      />
    </Section>
  )
}
