import type { Context } from 'hono'
import type { Template } from '../accounts/template.ts'
import type { Message } from '../world/message.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { ownTemplate } from './template-edit-route.ts'
import { templateIds } from './template-ids.ts'
import { parameterRefusal } from './template-refusal.ts'

/** Nobody is blocked by what a business sends here, so quality has to say who would be blocked more. */
const BEST_FIRST: Template['quality_score']['score'][] = ['GREEN', 'UNKNOWN', 'YELLOW', 'RED']

/**
 * `GET /{template-id}/compare?template_ids=[…]&start=…&end=…`, times in seconds.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-comparison
 */
export function getComparison(c: Context<GraphEnv>): Response {
  const { account, template } = ownTemplate(c)
  const { template_ids, start, end } = c.req.query()
  const [from, to] = [Number(start), Number(end)]
  if (!(from > 0 && to > from)) throw parameterRefusal('Params start and end must be times in seconds.')
  const ids = templateIds(template_ids ?? '', 'template_ids')
  const others = ids.map((id) => {
    const other = account.templates.find((candidate) => candidate.id === id)
    if (!other) throw unknownNode('get', id)
    return other
  })
  const compared = [template, ...others.filter(({ id }) => id !== template.id)]
  const { messages } = c.get('simulation').store.world
  const isSend = (message: Message, { name, language }: Template) =>
    message.direction === 'outbound' &&
    message.wabaId === account.wabaId &&
    message.content.type === 'template' &&
    message.content.name === name &&
    message.content.language === language &&
    Date.parse(message.createdAt) >= from * 1000 &&
    Date.parse(message.createdAt) < to * 1000
  const rank = ({ quality_score }: Template) => BEST_FIRST.indexOf(quality_score.score)
  return c.json({
    data: [
      {
        metric: 'BLOCK_RATE',
        type: 'RELATIVE',
        order_by_relative_metric: compared.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id),
      },
      {
        metric: 'MESSAGE_SENDS',
        type: 'NUMBER_VALUES',
        number_values: compared.map((one) => ({
          key: one.id,
          value: messages.filter((message) => isSend(message, one)).length,
        })),
      },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES',
        string_values: compared.map(({ id }) => ({ key: id, value: 'UNKNOWN_BLOCK_REASON' })),
      },
    ],
  })
}
