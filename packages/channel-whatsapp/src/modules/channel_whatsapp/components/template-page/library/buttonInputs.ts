import type { ButtonInput, LibraryTemplate } from '../data/useLibrary.ts'

export type ButtonAsk = { index: number; type: 'URL' | 'PHONE_NUMBER'; text: string }

/** What somebody has to give: where each link leads and which number is called, by the button's place. */
export function buttonAsks({ buttons }: LibraryTemplate): ButtonAsk[] {
  return buttons.flatMap(({ type, text }, index) =>
    type === 'URL' || type === 'PHONE_NUMBER' ? [{ index, type, text: text ?? '' }] : [],
  )
}

/** Stands for the part of a link that each message has of its own. */
const SAMPLE_SUFFIX = '1042'

/** Typed values as Meta takes them, one for each button in their order; nothing where nothing was asked. */
export function buttonInputs(template: LibraryTemplate, typed: Record<number, string>): ButtonInput[] {
  if (buttonAsks(template).length === 0) return []
  return template.buttons.flatMap(({ type, url }, index): ButtonInput[] => {
    const value = (typed[index] ?? '').trim()
    if (type === 'URL') return [{ type, url: linkInput(value, url?.includes('{{') ?? false) }]
    if (type === 'PHONE_NUMBER') return [{ type, phone_number: value }]
    return type === 'QUICK_REPLY' ? [{ type }] : []
  })
}

function linkInput(link: string, endsInVariable: boolean) {
  if (!endsInVariable) return { base_url: link }
  const base = link.replace(/\/+$/, '')
  return { base_url: `${base}/{{1}}`, url_suffix_example: `${base}/${SAMPLE_SUFFIX}` }
}
