import { knownError } from './error-catalogue.ts'
import { GraphError } from './graph-error.ts'

/** Meta refuses what is wrong with a template by code 100; the subcode says what it is, and the sentence is for people. */
export function templateRefusal(subcode: number, sentence: string): GraphError {
  return new GraphError(100, {
    title: 'Invalid parameter',
    subcode,
    user: { title: knownError(subcode).title, message: sentence },
  })
}

/** Of a parameter that is not as Graph wants it; where Meta documents no subcode. */
export function parameterRefusal(sentence: string): GraphError {
  return new GraphError(100, { title: sentence, user: { title: 'Invalid parameter', message: sentence } })
}
