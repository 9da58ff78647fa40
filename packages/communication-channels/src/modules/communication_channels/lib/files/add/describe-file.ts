import { z } from 'zod'
import { getChannelAdapter } from '../../adapter-registry-singleton.ts'
import { findChannel } from '../../channels/channel-address.ts'
import { dbOf } from '../../db.ts'
import { ChannelError, notFound } from '../../errors.ts'
import { isFfmpegThere } from '../convert/ffmpeg.ts'
import { findFile } from '../file-statements.ts'
import { fileView, sendableAs as sendableAsSchema, viewFile } from '../file-view.ts'
import type { MediaRules } from '../sendable/media-rules.ts'
import { type KnownFile, sendableAs } from '../sendable/sendable-as.ts'
import type { FileContext } from '../store/stored-files.ts'

/** What whoever adds a file gets to know of it. */
export const describedFile = z.object({ file: fileView, as: z.array(sendableAsSchema) })
export type DescribedFile = z.infer<typeof describedFile>

/** Best first, as what the file may go out from this number. */
export async function describeFile(
  ctx: FileContext,
  file: KnownFile & { id: string },
  rules: MediaRules | undefined,
): Promise<DescribedFile> {
  const row = await findFile(dbOf(ctx.em.fork()), ctx.scope, file.id)
  if (!row) throw notFound('file')
  return {
    file: await viewFile(ctx.encryption, ctx.scope, row),
    as: sendableAs(file, rules, { encodes: await isFfmpegThere() }),
  }
}

/**
 * What a number takes.
 *
 * @throws ChannelError 404 where the organisation has no such number, 422 where it takes no files
 */
export async function rulesOfChannel(
  { em, scope }: Pick<FileContext, 'em' | 'scope'>,
  channelId: string,
): Promise<MediaRules | undefined> {
  const found = await findChannel(dbOf(em.fork()), scope, channelId)
  if (!found) throw notFound('channel')
  const adapter = getChannelAdapter(found.providerKey)
  if (adapter?.uploadMedia) return adapter.rules?.media
  throw new ChannelError(
    422,
    'files_unsupported',
    'This channel takes no files.',
    'Write text, or give a link.',
  )
}
