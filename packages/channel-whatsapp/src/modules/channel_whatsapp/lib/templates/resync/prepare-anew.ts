import { isDeepStrictEqual } from 'node:util'
import type { SendContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type {
  TemplateContent,
  TemplateParameters,
  TemplateRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { describeFailure } from '@open-mercato/communication-channels/modules/communication_channels/lib/describe-failure'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { ErrorName } from '../../errors/known-error.ts'
import { graphAccessOf } from '../../graph/graph-access.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { Template } from '../component.ts'
import { carriesCode } from '../one-time-code.ts'
import { prepareTemplate } from '../prepare-template.ts'
import { type ReadAnew, readAnew } from './read-anew.ts'
import { createRecentReads } from './recent-reads.ts'
import { whatChanged } from './what-changed.ts'

const logger = createLogger('channel_whatsapp.send')

/**
 * What Graph says of a template that is not, or not so, what we took it for. Nothing was sent. A button that it has and the
 * message does not is a parameter missing (131008), one of another kind a wrong parameter (131009).
 */
const ABOUT_TEMPLATE = new Set([
  ...[131008, 131009],
  ...[132000, 132001, 132005, 132008, 132012, 132018, 134102],
])

/** Meta has no such template, or not everywhere yet: approved a moment ago it can be missing where a message is sent. */
const MISSING = 132001

/** Paused (132015) and disabled (132016): news of how it stands, after which no other form of the message helps. */
const ABOUT_STATE = new Set([132015, 132016])

/** The same message as the template now wants it, or by its name what changed; both null where nothing did. */
export interface PreparedAnew {
  content: TemplateContent | null
  change: ErrorName | null
  /** Whether the message may leave at all has to be decided again, as the template is for something else now. */
  isToBeDecided?: boolean
}

const recently = createRecentReads()

const NOTHING: PreparedAnew = { content: null, change: null }

/** After a refusal: asks Meta once how the template is now, keeps that, and makes the message ready for it. Never throws. */
export async function prepareAnew(
  input: SendContentInput,
  sent: TemplateContent,
  failure: unknown,
): Promise<PreparedAnew> {
  const code = failure instanceof GraphError ? failure.code : null
  if (code === null || !(ABOUT_TEMPLATE.has(code) || ABOUT_STATE.has(code))) return NOTHING
  try {
    const { name, language } = sent
    const access = graphAccessOf.parse(input.credentials)
    const key = JSON.stringify([input.channel.connectionId, name, language])
    const read = await recently(key, () => readAnew({ ...input, access, name, language }))
    return ABOUT_STATE.has(code) ? NOTHING : asItIsNow(sent, read, code === MISSING && read.isFresh)
  } catch (error) {
    logger.warn('a template could not be read anew after a refusal', { reason: describeFailure(error) })
    return NOTHING
  }
}

/** @param isWorthAnother whether the very same message may pass now */
function asItIsNow(
  sent: TemplateContent,
  { template, isNews, isOtherCategory }: ReadAnew,
  isWorthAnother: boolean,
): PreparedAnew {
  if (isOtherCategory) return { ...NOTHING, isToBeDecided: true }
  try {
    const content = prepareTemplate(requestOf(sent, template), template)
    const isOther = isNews || !isDeepStrictEqual(content, sent)
    return { content: isOther || isWorthAnother ? content : null, change: null }
  } catch (refusal) {
    return { content: null, change: whatChanged(template, refusal) }
  }
}

/** What was asked for, without what was added to it when it was made ready. */
function requestOf({ rendered: _, ...content }: TemplateContent, template: Template | null): TemplateRequest {
  const { buttons, cards, ...others } = content.parameters
  const parameters: TemplateParameters = {
    ...others,
    ...withoutOwn(template && carriesCode(template) ? [] : buttons),
    ...(cards ? { cards: cards.map(({ buttons: own, ...card }) => ({ ...card, ...withoutOwn(own) })) } : {}),
  }
  return { ...content, parameters }
}

/** The button of a form goes along by itself, with nothing to say. */
function withoutOwn(buttons: TemplateParameters['buttons']): Pick<TemplateParameters, 'buttons'> {
  const asked = (buttons ?? []).filter((one) => one.type !== 'flow' || one.token || one.data)
  return asked.length > 0 ? { buttons: asked } : {}
}
