import { type ZodType, z } from 'zod'
import { type TemplateButton, variablesOf } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { orderDetailsParameters } from '../send/interactive-payment.ts'
import { productSections } from '../send/interactive-products.ts'
import { limitedText } from '../send/parts.ts'
import type { SentParameter, SentPart } from './sent-component.ts'
import { checkParameter } from './template-parameter.ts'

const LONGEST_CALL_BUTTON_MINUTES = 43_200

type Need = {
  /** Whether the send has to say something for this button. */
  isRequired: boolean
  /** What a parameter of each type has to look like. */
  parameters: Record<string, ZodType>
}

const nothing: Need = { isRequired: false, parameters: {} }
const retailerId = z.string().min(1)

const needs: Record<Exclude<TemplateButton['type'], 'URL'>, Need> = {
  QUICK_REPLY: { isRequired: false, parameters: { payload: limitedText(256) } },
  COPY_CODE: { isRequired: true, parameters: { coupon_code: limitedText(15).regex(/^[a-z\d]+$/i) } },
  FLOW: {
    isRequired: true,
    parameters: {
      action: z.strictObject({
        flow_token: z.string().min(1).optional(),
        flow_action_data: z.record(z.string(), z.unknown()).optional(),
      }),
    },
  },
  CATALOG: {
    isRequired: false,
    parameters: { action: z.strictObject({ thumbnail_product_retailer_id: retailerId }) },
  },
  MPM: {
    isRequired: true,
    parameters: {
      action: z.strictObject({ thumbnail_product_retailer_id: retailerId, sections: productSections }),
    },
  },
  VOICE_CALL: {
    isRequired: false,
    parameters: {
      ttl_minutes: z.int().min(1).max(LONGEST_CALL_BUTTON_MINUTES),
      payload: limitedText(512),
    },
  },
  ORDER_DETAILS: {
    isRequired: true,
    parameters: { action: z.strictObject({ order_details: orderDetailsParameters }) },
  },
  SPM: nothing,
  PHONE_NUMBER: nothing,
  REQUEST_CONTACT_INFO: nothing,
}

/** Checks the button components of a send against the template's buttons. Throws Meta's 131008 and 1320xx. */
export function checkButtons(buttons: TemplateButton[], sent: SentPart[]): void {
  for (const component of sent) {
    const button = component.index === undefined ? undefined : buttons[component.index]
    if (!button) throw wrong(132018, component.index ?? 0, 'does not exist in the template')
    if (component.sub_type !== button.type.toLowerCase()) {
      throw wrong(132012, component.index!, `has type ${button.type}, not ${component.sub_type ?? 'none'}`)
    }
  }
  buttons.forEach((button, index) => {
    const components = sent.filter((component) => component.index === index)
    if (components.length > 1) throw wrong(132018, index, 'is given twice')
    checkButton(button, index, components[0]?.parameters ?? [])
  })
}

function checkButton(button: TemplateButton, index: number, parameters: SentParameter[]): void {
  const need = needOf(button)
  if (parameters.length === 0) {
    if (need.isRequired) throw wrong(131008, index, `of type ${button.type} requires a parameter`)
    return
  }
  if (Object.keys(need.parameters).length === 0) throw wrong(132018, index, 'takes no parameter')
  const types = parameters.map((parameter) => parameter.value.type)
  const isOfEachOne = new Set(types).size === types.length
  if (!isOfEachOne || types.length > Object.keys(need.parameters).length)
    throw wrong(132000, index, 'takes one parameter of each type')
  for (const parameter of parameters) {
    const { type } = parameter.value
    const shape = need.parameters[type]
    if (!shape) throw wrong(132012, index, `takes no parameter of type ${type}`)
    checkParameter(parameter, type, shape)
  }
}

function needOf(button: TemplateButton): Need {
  if (button.type !== 'URL') return needs[button.type]
  if (variablesOf(button.url).length === 0) return nothing
  return { isRequired: true, parameters: { text: limitedText(2000) } }
}

function wrong(code: number, index: number, what: string): GraphError {
  return new GraphError(code, { details: `buttons: Button at index ${index} ${what}` })
}
