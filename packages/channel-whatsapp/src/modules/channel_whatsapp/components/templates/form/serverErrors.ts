import type { TemplateToSend } from '../composerContext.ts'

const ROOT = 'content.parameters.'

/**
 * What the server says is wrong, by the input that it is about; sentences about no input of the form are left over. The
 * server counts the values of buttons as they were sent, the form by their buttons.
 *
 * @param inputs every input of the form, by where its value goes
 */
export function placeErrors(
  told: Record<string, string>,
  content: TemplateToSend,
  inputs: string[],
): { byInput: Record<string, string>; others: string[] } {
  const byInput: Record<string, string> = {}
  const others: string[] = []
  for (const [path, sentence] of Object.entries(told)) {
    const at = path.startsWith(ROOT) ? byButton(path.slice(ROOT.length), content) : null
    const input = at === null ? undefined : inputFor(at, inputs)
    if (!input) others.push(sentence)
    else byInput[input] = [byInput[input], sentence].filter(Boolean).join(' ')
  }
  return { byInput, others }
}

function byButton(path: string, { parameters }: TemplateToSend): string {
  const [, card] = /^cards\.(\d+)\./.exec(path) ?? []
  const sent = card === undefined ? parameters : parameters.cards?.[Number(card)]
  return path.replace(/(^|\.)buttons\.(\d+)/, (whole, before: string, position: string) => {
    const index = sent?.buttons?.[Number(position)]?.index
    return index === undefined ? whole : `${before}buttons.${index}`
  })
}

/** The input itself, else the one around the place, else the first within it. */
function inputFor(path: string, inputs: string[]): string | undefined {
  const around = inputs
    .filter((input) => path === input || path.startsWith(`${input}.`))
    .sort((a, b) => b.length - a.length)[0]
  return around ?? inputs.find((input) => input.startsWith(`${path}.`))
}
