import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from '../../errors/describe-error.ts'
import { findError } from '../../errors/find-error.ts'
import type { ErrorName } from '../../errors/known-error.ts'
import { knownProblem } from '../../errors/known-problem.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { managementFailure } from '../../graph/management-failure.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import { metaRefusal, toldByMeta } from './meta-refusal.ts'
import { refusedByMeta } from './refused-template.ts'

/** Also what Meta says of a template that may not be seen any more. */
const NO_SUCH_NODE = 33
const INVALID_PARAMETER = 100

/** Of the app, of the account (two numbers) and of one template. Elsewhere they are waited out; here a person waits. */
const LIMITED = new Set([4, 80007, 80008, 80012])

/**
 * What Meta said to somebody who gave it a template, as an answer to them: what is wrong with the template at the field
 * that it is about, everything else as it is told elsewhere. Meta's own sentence goes with it.
 */
export function templateFailure(failure: unknown, definition: TemplateDefinition): unknown {
  if (!(failure instanceof GraphError)) return managementFailure(failure)
  const meant = asMeant(failure)
  const refusal = metaRefusal(meant, definition)
  return refusal ? refusedByMeta(refusal) : generalFailure(meant)
}

/**
 * The same of a template that Meta has.
 *
 * @param definition what it was to become; absent where something else was to be done to it
 */
export function changeFailure(failure: unknown, definition?: TemplateDefinition): unknown {
  if (!(failure instanceof GraphError)) return managementFailure(failure)
  if (failure.code === NO_SUCH_NODE) return knownProblem('template_gone')
  if (definition) return templateFailure(failure, definition)
  const meant = asMeant(failure)
  const isRefused = meant.code === INVALID_PARAMETER || (meant.code === null && meant.httpStatus < 500)
  return isRefused ? told('template_action_refused', meant) : generalFailure(meant)
}

function generalFailure(meant: GraphError): unknown {
  const isLimited = meant.code !== null && LIMITED.has(meant.code)
  return isLimited ? told('template_hourly_limit', meant) : managementFailure(meant)
}

function told(name: ErrorName, { details }: GraphError): ChannelError {
  const { message, action } = inWords(name, null, null)
  return new ChannelError(422, name, message, action, details === null ? {} : { detail: details })
}

/** Of limits on the account Meta speaks by a subcode; by its code they would be something about the template. */
function asMeant(failure: GraphError): GraphError {
  const { httpStatus, message, isTransient, answer } = failure
  const { subcode, detail } = toldByMeta(failure)
  const isKnown = subcode !== null && findError(subcode).codes.length > 0
  return new GraphError(httpStatus, isKnown ? subcode : failure.code, message, detail, isTransient, answer)
}
