import type { ZodType } from 'zod'
import type { Template, TemplateHeader } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { productAction } from '../send/interactive-products.ts'
import { namedLocation } from '../send/location.ts'
import { headerDocument, headerImage, headerVideo } from '../send/media.ts'
import { checkParameter } from './template-parameter.ts'
import type { SentParameter } from './template-send-schema.ts'
import { fillText, refuseParameters } from './template-text.ts'

const FILLED_LIMIT = 60

const shapes: Record<Exclude<TemplateHeader['format'], 'TEXT'>, ZodType> = {
  IMAGE: headerImage,
  VIDEO: headerVideo,
  DOCUMENT: headerDocument,
  LOCATION: namedLocation,
  PRODUCT: productAction,
}

/** The header's text when filled in, or null for one without text. Throws Meta's 1320xx. */
export function renderHeader(
  format: Template['parameter_format'],
  header: TemplateHeader | null,
  parameters: SentParameter[],
): string | null {
  if (!header) {
    refuseParameters('header', parameters)
    return null
  }
  if (header.format === 'TEXT') {
    const text = fillText('header', format, header.text, parameters)
    if ([...text].length > FILLED_LIMIT) {
      throw new GraphError(132005, { details: 'header: the text with its parameters is too long' })
    }
    return text
  }
  const [parameter] = parameters
  const received = parameter ? parameter.type.toUpperCase() : 'UNKNOWN'
  if (parameters.length !== 1 || received !== header.format) {
    throw new GraphError(132012, {
      details: `header: Format mismatch, expected ${header.format}, received ${received}`,
    })
  }
  checkParameter(parameter!, parameter!.type, shapes[header.format])
  return null
}
