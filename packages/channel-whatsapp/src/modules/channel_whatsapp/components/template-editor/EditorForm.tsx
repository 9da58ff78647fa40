import { useEditor } from './editorContext.ts'
import { AboutSection } from './fields/AboutSection.tsx'
import { AdvancedSection } from './fields/AdvancedSection.tsx'
import { BodySection } from './fields/BodySection.tsx'
import { ButtonsSection } from './fields/ButtonsSection.tsx'
import { CarouselSection } from './fields/CarouselSection.tsx'
import { CodeSection } from './fields/CodeSection.tsx'
import { FooterSection } from './fields/FooterSection.tsx'
import { HeaderSection } from './fields/HeaderSection.tsx'
import { OfferSection } from './fields/OfferSection.tsx'
import { type Layout, layoutOf } from './model/layout.ts'

const sections = {
  header: HeaderSection,
  offer: OfferSection,
  body: BodySection,
  footer: FooterSection,
  buttons: ButtonsSection,
  cards: CarouselSection,
  code: CodeSection,
}

const layouts: Record<Layout, (keyof typeof sections)[]> = {
  standard: ['header', 'body', 'footer', 'buttons'],
  carousel: ['body', 'cards'],
  offer: ['header', 'offer', 'body', 'buttons'],
  call_permission: ['header', 'body', 'footer'],
  code: ['code'],
}

/** The sections that a template of this layout has, in the order of the phone. */
export function EditorForm() {
  const { definition } = useEditor()
  return (
    <>
      <AboutSection />
      {layouts[layoutOf(definition)].map((name) => {
        const Part = sections[name]
        return <Part key={name} />
      })}
      <AdvancedSection />
    </>
  )
}
