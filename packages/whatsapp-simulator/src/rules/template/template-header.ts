import type { ZodType } from 'zod'
import type { Template, TemplateHeader } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { productAction } from '../send/interactive-products.ts'
import { namedLocation } from '../send/location.ts'
import { headerDocument, headerImage, headerVideo } from '../send/media.ts'
import type { SentParameter } from './sent-component.ts'
import { checkParameter } from './template-parameter.ts'
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
  if (header.format === 'TEXT') return fillText('header', format, header.text, parameters, FILLED_LIMIT)
  const [parameter] = parameters
  const received = parameter ? parameter.value.type.toUpperCase() : 'UNKNOWN'
  if (parameters.length !== 1 || received !== header.format) {
    throw new GraphError(132012, {
      details: `header: Format mismatch, expected ${header.format}, received ${received}`,
    })
  }
  checkParameter(parameter!, parameter!.value.type, shapes[header.format])
  return null
}
