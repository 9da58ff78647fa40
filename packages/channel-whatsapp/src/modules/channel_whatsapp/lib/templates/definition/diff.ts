import { align, type Pair } from './align.ts'
import type {
  CardComponent,
  DefinitionButton,
  DefinitionComponent,
  TemplateDefinition,
} from './definition.ts'

export { type TextPart, textDiff } from './text-diff.ts'

export interface DefinitionChange {
  /** Such as `components.1.text`: a place in the new form, or for what was removed in the old one. */
  path: string
  kind: 'added' | 'removed' | 'changed'
  before: string | null
  after: string | null
}

type Component = DefinitionComponent | CardComponent
type Fields = Record<string, unknown>

/** What differs between two forms of a template, in the order in which it is read. */
export function diffDefinitions(before: TemplateDefinition, after: TemplateDefinition): DefinitionChange[] {
  const { components: old, ...oldFrame } = before
  const { components: now, ...frame } = after
  return [
    ...diffFields([oldFrame, frame], ['', '']),
    ...diffComponents([old, now], ['components', 'components']),
  ]
}

/** There is one component of a type, so one that moved is the same. */
function diffComponents([before, after]: [Component[], Component[]], paths: [string, string]) {
  const types = new Set([...after, ...before].map(({ type }) => type))
  return [...types].flatMap((type) => {
    const ofType = (component: Component) => component.type === type
    const pair: Pair<Component> = [before.find(ofType), after.find(ofType)]
    const at = placesOf(pair, [before, after], paths)
    return [...diffFields([ownFields(pair[0]), ownFields(pair[1])], at), ...diffLists(pair, at)]
  })
}

function diffLists([before, after]: Pair<Component>, at: [string, string]): DefinitionChange[] {
  return [
    ...diffButtons([buttonsOf(before), buttonsOf(after)], [`${at[0]}.buttons`, `${at[1]}.buttons`]),
    ...diffCards([cardsOf(before), cardsOf(after)], at),
  ]
}

function diffButtons(lists: [DefinitionButton[], DefinitionButton[]], paths: [string, string]) {
  const pairs = pairsOfButtons(...lists)
  return pairs.flatMap((pair) => diffFields([pair[0] ?? {}, pair[1] ?? {}], placesOf(pair, lists, paths)))
}

/** As many buttons as before are the same ones, edited; otherwise those with the same text are. */
function pairsOfButtons(before: DefinitionButton[], after: DefinitionButton[]): Pair<DefinitionButton>[] {
  const isEdited = before.length === after.length && before.every(({ type }, at) => type === after[at]!.type)
  if (isEdited) return before.map((button, index) => [button, after[index]])
  return align(before, after, (one, other) => one.type === other.type && one.text === other.text)
}

function diffCards(
  [before, after]: [Component[][], Component[][]],
  at: [string, string],
): DefinitionChange[] {
  const longer = before.length > after.length ? before : after
  return longer.flatMap((_, index) => {
    const inCard = (path: string) => `${path}.cards.${index}.components`
    return diffComponents([before[index] ?? [], after[index] ?? []], [inCard(at[0]), inCard(at[1])])
  })
}

function placesOf<Item>(
  [before, after]: Pair<Item>,
  lists: [Item[], Item[]],
  paths: [string, string],
): [string, string] {
  return [`${paths[0]}.${lists[0].indexOf(before!)}`, `${paths[1]}.${lists[1].indexOf(after!)}`]
}

function ownFields(component: Component | undefined): Fields {
  if (component?.type === 'LIMITED_TIME_OFFER') {
    const { text, has_expiration } = component.limited_time_offer
    return { 'limited_time_offer.text': text, 'limited_time_offer.has_expiration': has_expiration }
  }
  if (component?.type === 'CALL_PERMISSION_REQUEST') return component
  const { type: _, buttons: __, cards: ___, ...fields } = { buttons: [], cards: [], ...component } as Fields
  return fields
}

function diffFields(
  [before, after]: [Fields, Fields],
  [oldPath, path]: [string, string],
): DefinitionChange[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...keys].flatMap((key) => {
    const [old, now] = [inWords(before[key]), inWords(after[key])]
    if (old === now) return []
    const kind = old === null ? 'added' : now === null ? 'removed' : 'changed'
    const at = kind === 'removed' ? oldPath : path
    return [{ path: at === '' ? key : `${at}.${key}`, kind, before: old, after: now }]
  })
}

/** Lists and examples as what stands in them; null for nothing. */
function inWords(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const words = wordsIn(value)
  return words.length === 0 ? null : words.join(', ')
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [String(value)]
  const { param_name, example } = value as { param_name?: string; example?: string }
  if (typeof param_name === 'string') return [`${param_name}: ${example ?? ''}`]
  return Object.values(value).flatMap(wordsIn)
}

function buttonsOf(component: Component | undefined): DefinitionButton[] {
  return component?.type === 'BUTTONS' ? component.buttons : []
}

function cardsOf(component: Component | undefined): Component[][] {
  return component?.type === 'CAROUSEL' ? component.cards.map((card) => card.components) : []
}
