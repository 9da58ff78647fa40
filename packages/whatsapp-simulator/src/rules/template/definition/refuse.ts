import { templateRefusal } from '../../../graph/template-refusal.ts'

/**
 * Meta's subcodes for what is wrong with a template that is sent in.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const SUBCODES = {
  format: 2388039,
  tooLong: 2388040,
  header: 2388047,
  body: 2388072,
  footer: 2388073,
  headerSample: 2388273,
  tooManyVariables: 2388293,
  variableAtEdge: 2388299,
} as const

export type Problem = keyof typeof SUBCODES

/** Throws where `isWrong`. The sentence is for people. */
export function refuseIf(isWrong: boolean, problem: Problem, sentence: string): void {
  if (isWrong) throw templateRefusal(SUBCODES[problem], sentence)
}

/** Throws for a text of more than `limit` characters; an emoji counts once. */
export function refuseLonger(text: string | undefined, limit: number, what: string): void {
  refuseIf([...(text ?? '')].length > limit, 'tooLong', `${what} has at most ${limit} characters.`)
}
