import { TEMPLATE_LANGUAGES } from '../../definition/languages.ts'
import { replaceVariables } from '../../definition/variables-in.ts'
import { advice, type Finding } from '../finding.ts'
import type { LintSubject } from '../subject.ts'
import { otherLanguage } from '../words/guess-language.ts'
import { otherScript } from '../words/scripts.ts'
import { wordsOf } from '../words-in.ts'

/** Whether the text is in the language that was said; silent unless it plainly is not. */
export function* lintLanguage({ definition, texts }: LintSubject): Generator<Finding> {
  const { language } = definition
  if (!TEMPLATE_LANGUAGES.includes(language)) yield advice('language_unknown', 'language', { language })
  const whole = texts.map(({ text }) => replaceVariables(text, () => ' ')).join('\n')
  const script = otherScript(whole, language)
  if (script) {
    yield advice('language_script', 'language', { language, script })
    return
  }
  const other = otherLanguage(wordsOf(whole), language.split('_')[0]!)
  if (other) yield advice('language_mismatch', 'language', { language, other })
}
