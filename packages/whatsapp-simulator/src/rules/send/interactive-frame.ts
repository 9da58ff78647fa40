import { z } from 'zod'
import { headerDocument, headerImage, headerVideo } from './media.ts'
import { limitedText } from './parts.ts'

/** What is around the action of an interactive message. */
const textHeader = z.strictObject({ type: z.literal('text'), text: limitedText(60) })
const imageHeader = z.strictObject({ type: z.literal('image'), image: headerImage })
const videoHeader = z.strictObject({ type: z.literal('video'), video: headerVideo })
const documentHeader = z.strictObject({ type: z.literal('document'), document: headerDocument })

export const anyHeader = z
  .discriminatedUnion('type', [textHeader, imageHeader, videoHeader, documentHeader])
  .optional()
export const onlyTextHeader = textHeader.optional()
export const requiredTextHeader = textHeader
export const cardHeader = z.discriminatedUnion('type', [imageHeader, videoHeader])

export function body(limit = 1024) {
  return z.strictObject({ text: limitedText(limit) })
}

export const footer = z.strictObject({ text: limitedText(60) }).optional()

/** An action that is nothing but its name. */
export function namedAction<Name extends string>(name: Name) {
  return z.strictObject({ name: z.literal(name) })
}

/** An action with a name and parameters. */
export function actionWith<Name extends string, Parameters extends z.ZodType>(
  name: Name,
  parameters: Parameters,
) {
  return z.strictObject({ name: z.literal(name), parameters })
}
