import type { ChannelAdapter } from '../../adapter.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import { type AddContext, addFile, dropFile } from '../add/add-file.ts'
import type { FetchedFile } from '../link/fetch-link.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'
import { ruleFor } from '../sendable/media-rules.ts'
import { type FoundFile, findStoredFiles } from '../store/stored-files.ts'
import { checkPlaces, checkWithoutUploads, inField } from './check-places.ts'
import { type MediaPlace, mediaPlaces, replaceMedia } from './media-places.ts'

export interface TakeContext extends AddContext {
  fetchLink(link: string, maxBytes: number): Promise<FetchedFile>
}

export interface TakenMedia {
  /** Names files of ours by their ids alone. */
  content: OutboundContent
  fileIds: string[]
  /** Of these, what was fetched just now: to be dropped where the message is not accepted after all. */
  fetchedIds: string[]
}

/**
 * Turns every file that a message names into one of ours, and checks that each may be sent as what it stands for. What a
 * link leads to is fetched once, now: the provider would do so later, when nobody hears of it any more.
 *
 * @throws ChannelError 422 with `fieldErrors`: `content_invalid`, `link_*`, `file_*`
 */
export async function takeMedia(
  ctx: TakeContext,
  adapter: ChannelAdapter,
  content: OutboundContent,
): Promise<TakenMedia> {
  const places = mediaPlaces(content)
  if (!adapter.uploadMedia) {
    places.forEach(checkWithoutUploads)
    return { content, fileIds: [], fetchedIds: [] }
  }
  const named = await filesNamedIn(ctx, places)
  const fetched = new Map<string, FoundFile>()
  const fileOf = ({ source }: MediaPlace) =>
    'fileId' in source ? named.get(source.fileId) : 'link' in source ? fetched.get(source.link) : undefined
  const check = (kind: 'fileId' | 'link') =>
    checkPlaces(
      adapter,
      places.filter(({ source }) => kind in source).map((place) => [place, fileOf(place)]),
    )
  const fetchedIds = () => [...fetched.values()].map(({ id }) => id)
  try {
    check('fileId')
    await fetchLinks(ctx, adapter, places, fetched)
    check('link')
  } catch (refusal) {
    await dropFetched(ctx, fetchedIds())
    throw refusal
  }
  return {
    content: replaceMedia(content, (place) => {
      const file = fileOf(place)
      if (!file) return { media: place.source }
      // A document without a name would show as nameless.
      return { media: { fileId: file.id }, fileName: place.fileName === null ? file.name : undefined }
    }),
    fileIds: [...new Set(places.flatMap((place) => fileOf(place)?.id ?? []))],
    fetchedIds: fetchedIds(),
  }
}

async function filesNamedIn(ctx: TakeContext, places: MediaPlace[]): Promise<Map<string, FoundFile>> {
  const ids = places.flatMap(({ source }) => ('fileId' in source ? source.fileId : []))
  return new Map((await findStoredFiles(ctx, ids)).map((file) => [file.id, file]))
}

/** Each link once, however often it is named, and all at the same time: somebody waits. */
async function fetchLinks(
  ctx: TakeContext,
  adapter: ChannelAdapter,
  places: MediaPlace[],
  fetched: Map<string, FoundFile>,
): Promise<void> {
  const first = new Map<string, MediaPlace>()
  for (const place of places) {
    if ('link' in place.source && !first.has(place.source.link)) first.set(place.source.link, place)
  }
  const ends = await Promise.allSettled(
    [...first].map(async ([link, place]) => fetched.set(link, await fetchOne(ctx, adapter, place, link))),
  )
  const refused = ends.find((end) => end.status === 'rejected')
  if (refused) throw refused.reason
}

async function fetchOne(
  ctx: TakeContext,
  adapter: ChannelAdapter,
  place: MediaPlace,
  link: string,
): Promise<FoundFile> {
  try {
    const rule = ruleFor(place.use, adapter.rules?.media)
    const most = Math.max(rule?.maxBytes ?? MAX_FILE_BYTES, rule?.maxAnimatedBytes ?? 0)
    const { bytes, fileName: name } = await ctx.fetchLink(link, most)
    return await addFile(ctx, { bytes, name, origin: 'fetched', link })
  } catch (refusal) {
    throw inField(refusal, place)
  }
}

/** Also where that fails, the reason why it was wanted is what counts; what is left is found later. */
export async function dropFetched(ctx: AddContext, ids: string[]): Promise<void> {
  await Promise.allSettled(ids.map((id) => dropFile(ctx, id)))
}
