import { askMeta, ourConnection } from '../../../numbers/our-number.ts'
import { uploadForApp } from '../../../numbers/profile-picture.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import { type SampleKind, sampleFile } from './sample-file.ts'

/**
 * Hands Meta the sample of a header. Its reviewers see it; customers get what a message brings along.
 *
 * @throws ChannelError 404; 422 `sample_*` with `fieldErrors.sample`, `app_id_missing`; 422 and 503 with what Meta said
 */
export async function handOverSample(
  ctx: ProviderContext,
  connectionId: string,
  kind: SampleKind,
  bytes: Uint8Array,
): Promise<{ handle: string }> {
  const ours = await ourConnection(ctx, connectionId)
  const file = sampleFile(kind, bytes)
  const { appId } = ours.connection
  return askMeta(ctx, ours, async () => ({ handle: await uploadForApp(ours.access, appId, file) }))
}
