import { type DefinedCardComponent, type DefinedComponent, partOf } from './component-schemas.ts'
import { refuseIf } from './refuse.ts'

const MEDIA_TYPES: Record<string, RegExp> = {
  IMAGE: /^image\/(jpeg|jpg|png)$/,
  VIDEO: /^video\/mp4$/,
  DOCUMENT: /^application\/pdf$/,
}

/**
 * Throws where a header that is a file has no sample, or one of another type. `typeOf` tells the type of the file behind
 * a handle, undefined for a handle of nothing; `known` are samples that the template has already.
 */
export function checkHeaderSamples(
  components: (DefinedComponent | DefinedCardComponent)[],
  typeOf: (handle: string) => string | undefined,
  known: string[] = [],
): void {
  for (const card of partOf(components, 'CAROUSEL')?.cards ?? [])
    checkHeaderSamples(card.components, typeOf, known)
  const header = partOf(components, 'HEADER')
  const wanted = header && MEDIA_TYPES[header.format]
  if (!wanted) return
  const handle = header.example?.header_handle?.[0]?.split('\n')[0]
  if (handle !== undefined && known.includes(handle)) return
  const type = handle === undefined ? undefined : typeOf(handle)
  refuseIf(
    type === undefined,
    'headerSample',
    `A header of format ${header.format} needs the handle of an uploaded sample.`,
  )
  refuseIf(
    !wanted.test(type!),
    'headerSample',
    `The sample is of type ${type}, the header of format ${header.format}.`,
  )
}
