import type {
  BodyComponent,
  ButtonsComponent,
  CardComponent,
  DefinitionComponent,
  FooterComponent,
  HeaderComponent,
  OfferComponent,
  TemplateDefinition,
} from '../definition/definition.ts'
import type { Finding, LintContext } from './finding.ts'

export interface Placed<Component> {
  path: string
  index: number
  component: Component
}

/** The components of a template, or of one card of its carousel. */
export interface Part {
  /** Of the list of components. */
  path: string
  isCard: boolean
  header?: Placed<HeaderComponent>
  body?: Placed<BodyComponent>
  footer?: Placed<FooterComponent>
  buttons?: Placed<ButtonsComponent>
  offer?: Placed<OfferComponent>
}

/** A text in which variables may stand. */
export interface PlacedText {
  part: 'header' | 'body' | 'footer'
  isCard: boolean
  /** Of the component; the text itself is at `<path>.text`. */
  path: string
  text: string
  /** A footer has none. */
  component: HeaderComponent | BodyComponent | FooterComponent
}

/** A template taken apart once, for every rule to look at. */
export interface LintSubject {
  definition: TemplateDefinition
  about: LintContext
  top: Part
  cards: Part[]
  carouselPath: string | null
  texts: PlacedText[]
}

export type LintRule = (subject: LintSubject) => Iterable<Finding>

export function subjectOf(definition: TemplateDefinition, about: LintContext): LintSubject {
  const top = partOf(definition.components, 'components', false)
  const at = definition.components.findIndex(({ type }) => type === 'CAROUSEL')
  const carousel = definition.components[at]
  const cards = carousel?.type === 'CAROUSEL' ? carousel.cards : []
  const cardParts = cards.map((card, index) =>
    partOf(card.components, `components.${at}.cards.${index}.components`, true),
  )
  return {
    definition,
    about,
    top,
    cards: cardParts,
    carouselPath: carousel ? `components.${at}.cards` : null,
    texts: [top, ...cardParts].flatMap(textsOf),
  }
}

function partOf(components: (DefinitionComponent | CardComponent)[], path: string, isCard: boolean): Part {
  const part: Part = { path, isCard }
  components.forEach((component, index) => {
    const place = { path: `${path}.${index}`, index }
    if (component.type === 'HEADER') part.header = { ...place, component }
    if (component.type === 'BODY') part.body = { ...place, component }
    if (component.type === 'FOOTER') part.footer = { ...place, component }
    if (component.type === 'BUTTONS') part.buttons = { ...place, component }
    if (component.type === 'LIMITED_TIME_OFFER') part.offer = { ...place, component }
  })
  return part
}

function textsOf(part: Part): PlacedText[] {
  const { isCard } = part
  return (['header', 'body', 'footer'] as const).flatMap((name) => {
    const placed = part[name]
    const text = placed?.component.text
    if (!placed || !text) return []
    return [{ part: name, isCard, path: placed.path, text, component: placed.component }]
  })
}
