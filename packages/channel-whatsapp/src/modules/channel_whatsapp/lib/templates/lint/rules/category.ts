import type { DefinitionComponent } from '../../definition/definition.ts'
import { replaceVariables } from '../../definition/variables-in.ts'
import { advice, type Finding, type Fix, fixOf } from '../finding.ts'
import { BUTTONS_MAX } from '../limits.ts'
import { mend } from '../mend.ts'
import type { LintSubject, Part } from '../subject.ts'
import { OPT_OUT_BUTTONS, OPT_OUT_FOOTERS, tellsHowToStop } from '../words/opt-out.ts'
import { promotionalWord } from '../words/promotional.ts'
import { secretOrThreat } from '../words/secrets.ts'
import { asMarketing } from './offer.ts'

/** Whether the words fit the category, and what marketing owes its readers. */
export function* lintCategory(subject: LintSubject): Generator<Finding> {
  const { category, language } = subject.definition
  const known = language.slice(0, 2)
  for (const { text, path } of readable(subject)) {
    const said = replaceVariables(text, () => '1')
    const secret = secretOrThreat(said, known)
    if (secret) yield advice('asks_for_secrets', path, { word: secret })
    const promotional = category === 'UTILITY' ? promotionalWord(said, known) : null
    if (promotional) yield advice('reads_promotional', path, { word: promotional }, asMarketing())
  }
  if (category === 'MARKETING') yield* lintOptOut(subject)
}

/** Meta asks of marketing that people can stop it. An offer's and a carousel's form leave no room for more than the body. */
function* lintOptOut(subject: LintSubject): Generator<Finding> {
  const { top, carouselPath, definition } = subject
  const language = definition.language.slice(0, 2)
  if (!Object.hasOwn(OPT_OUT_FOOTERS, language)) return
  if (!top.body?.component.text?.trim() || readable(subject).some(({ text }) => tellsHowToStop(text))) return
  const hasRoom = !top.offer && carouselPath === null
  yield advice('opt_out_missing', 'components', {}, hasRoom ? optOut(top, language) : null)
}

function optOut(top: Part, language: string): Fix | null {
  if (!top.footer) return withFooter(OPT_OUT_FOOTERS[language]!)
  const buttons = top.buttons?.component.buttons ?? []
  if (buttons.length >= BUTTONS_MAX) return null
  return withQuickReply(top, OPT_OUT_BUTTONS[language]!)
}

/** A footer is shown above the buttons. */
function withFooter(text: string): Fix {
  return fixOf('opt_out_footer', (definition) => {
    const { components } = definition
    const buttons = components.findIndex(({ type }) => type === 'BUTTONS')
    const at = buttons === -1 ? components.length : buttons
    return { ...definition, components: components.toSpliced(at, 0, { type: 'FOOTER', text }) }
  })
}

/** Beside the quick replies that are there, or after the other buttons. */
function withQuickReply({ buttons }: Part, text: string): Fix {
  const reply = { type: 'QUICK_REPLY', text } as const
  if (!buttons) {
    const added: DefinitionComponent = { type: 'BUTTONS', buttons: [reply] }
    return mend<DefinitionComponent[]>('opt_out_button', 'components', (list) => [...list, added])
  }
  const last = buttons.component.buttons.findLastIndex(({ type }) => type === 'QUICK_REPLY')
  const at = last === -1 ? buttons.component.buttons.length : last + 1
  return mend<unknown[]>('opt_out_button', `${buttons.path}.buttons`, (list) => list.toSpliced(at, 0, reply))
}

/** Everything that a customer reads, also on buttons. */
function readable({ texts, top, cards }: LintSubject): { text: string; path: string }[] {
  const onButtons = [top, ...cards].flatMap(({ buttons }) =>
    (buttons?.component.buttons ?? []).map(({ text = '' }, index) => ({
      text,
      path: `${buttons!.path}.buttons.${index}.text`,
    })),
  )
  return [...texts.map(({ text, path }) => ({ text, path: `${path}.text` })), ...onButtons]
}
