import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { fetchBytes } from '../media/fetch-bytes.ts'
import { fetchOpenly } from '../media/fetch-openly.ts'
import { mayHaveToken } from '../media/trusted-address.ts'
import { graphUrl } from '../provider.ts'
import type { ProviderContext } from '../provider-context.ts'
import {
  type BusinessProfile,
  type BusinessProfileChange,
  readProfile,
  writeProfile,
} from './business-profile.ts'
import { askMeta, ourNumber } from './our-number.ts'
import { MAX_PICTURE_BYTES, pictureType, readPicture, uploadForApp } from './profile-picture.ts'

/** @throws ChannelError 404; 422 and 503 with what Meta said */
export async function showProfile(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
): Promise<BusinessProfile> {
  const ours = await ourNumber(ctx, connectionId, channelId)
  return askMeta(ctx, ours, () => readProfile(ours.access, ours.number.phoneNumberId))
}

const PATIENCE = { wholeMs: 15_000, stallMs: 10_000 }

/**
 * The profile's picture, fetched from Meta: a browser that loaded it itself would tell Meta who looks at this page.
 *
 * @throws ChannelError 404 where there is none, or Meta does not give it
 */
export async function showPicture(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mimeType: string }> {
  const { pictureUrl } = await showProfile(ctx, connectionId, channelId)
  if (!pictureUrl) throw notFound('picture')
  const fetched = await fetchBytes({
    address: pictureUrl,
    token: null,
    mayHaveToken: (address) => mayHaveToken(address, graphUrl()),
    openly: fetchOpenly,
    maxBytes: MAX_PICTURE_BYTES,
    patience: PATIENCE,
  }).catch(() => null)
  const mimeType = fetched && pictureType(fetched.bytes)
  if (!fetched || !mimeType) throw notFound('picture')
  return { bytes: new Uint8Array(fetched.bytes), mimeType }
}

/** What is left out stays. @throws ChannelError as above */
export async function changeProfile(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
  change: BusinessProfileChange,
): Promise<void> {
  const ours = await ourNumber(ctx, connectionId, channelId)
  await askMeta(ctx, ours, () => writeProfile(ours.access, ours.number.phoneNumberId, change))
}

/** @throws ChannelError as above, and 422 `app_id_missing`, `picture_*` */
export async function changePicture(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
  bytes: Uint8Array,
): Promise<void> {
  const ours = await ourNumber(ctx, connectionId, channelId)
  const picture = readPicture(bytes)
  await askMeta(ctx, ours, async () => {
    const handle = await uploadForApp(ours.access, ours.connection.appId, picture)
    await writeProfile(ours.access, ours.number.phoneNumberId, {}, handle)
  })
}
