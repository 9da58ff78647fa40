import { GraphError } from '../../graph/graph-error.ts'
import { parametersOf, type SentComponent } from './sent-component.ts'

const LIMIT = 15

/** A one-time code is sent twice, for the text and for the button that copies it, and both times has to be the same. */
export function checkOneTimeCode(sent: SentComponent[]): void {
  const [inText, inButton] = ['body', 'button'].map((type) => parametersOf(sent, type)[0]?.value.text)
  if ([...String(inText)].length > LIMIT) {
    throw new GraphError(132018, { details: `body: a one-time code has at most ${LIMIT} characters` })
  }
  if (inButton !== inText) {
    throw new GraphError(132018, { details: 'buttons: the code of the button differs from that of the body' })
  }
}
