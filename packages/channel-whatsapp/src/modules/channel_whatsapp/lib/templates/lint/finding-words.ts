import texts from '../../../i18n/en.json' with { type: 'json' }
import type { Finding } from './finding.ts'
import { paramsInWords } from './finding-params.ts'

const words: Record<string, string> = texts

/** A finding in one English sentence, for programs. Screens translate by its code. */
export function findingSentence({ code, params }: Pick<Finding, 'code' | 'params'>): string {
  const say = (key: string) => words[key] ?? key
  const values = paramsInWords(params, say, 'en')
  const sentence = words[`channel_whatsapp.finding.${code}.title`] ?? code
  return `${sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))}.`
}
