import type { EntityManager } from '@mikro-orm/postgresql'
import type {
  DownloadedMedia,
  DownloadMediaInput,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import { getChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import {
  type ReceiveContext,
  receiveFile,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/files/receive/receive-files'
import { tenantTurns } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/receive/tenant-turns'
import { processDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/process-deliveries'
import { fromMaria, type Item } from './payloads.ts'
import type { Shop } from './shop.ts'

type Answer = Uint8Array | Error | ((input: DownloadMediaInput) => Promise<Uint8Array>)

/** Stands in for the provider's side of downloads: what lies there under each id, and who asked. */
export interface MediaShelf {
  /** The last answer stays. */
  lay(id: string, ...answers: Answer[]): void
  asked: string[]
  clear(): void
  putBack(): void
}

export function openShelf(): MediaShelf {
  const adapter = getChannelAdapter('whatsapp')!
  const { downloadMedia } = adapter
  const answers = new Map<string, Answer[]>()
  const shelf: MediaShelf = {
    lay: (id, ...given) => void answers.set(id, given),
    asked: [],
    clear() {
      answers.clear()
      shelf.asked.length = 0
    },
    putBack() {
      adapter.downloadMedia = downloadMedia
    },
  }
  adapter.downloadMedia = async (input): Promise<DownloadedMedia> => {
    const id = input.media.id!
    shelf.asked.push(id)
    const left = answers.get(id) ?? []
    const answer = left.length > 1 ? left.shift()! : left[0]
    if (answer instanceof Error) throw answer
    if (!answer) throw new Error('Nobody laid anything here.')
    return { bytes: typeof answer === 'function' ? await answer(input) : answer, mimeType: null }
  }
  return shelf
}

/** Maria's photo, or another file of hers, as Meta's webhook tells it. */
export function fileOfMaria(options: {
  id: string
  mediaId?: string
  type?: 'image' | 'document' | 'audio' | 'video'
  said?: object
  at?: number
}): Item {
  const { id, mediaId = `media.${id}`, type = 'image', said = {}, at } = options
  const content = { id: mediaId, mime_type: 'application/octet-stream', ...said }
  return fromMaria({ id, type, content, ...(at === undefined ? {} : { at }) })
}

/** What a worker has to work with; of a process of its own, unless it is told what else runs there. */
export function workerOf(
  host: Pick<Shop['host'], 'createContainer'>,
  now: () => Date = () => new Date(),
  turns = tenantTurns(),
): ReceiveContext {
  const container = host.createContainer()
  return {
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
    resolve: (name) => container.resolve(name),
    turns,
    now,
    random: () => 0,
  }
}

/** Everything that is due, by one worker. */
export async function receiveAll(ctx: ReceiveContext): Promise<number> {
  let total = 0
  for (let worked = 1; worked > 0; total += worked) worked = await receiveFile(ctx)
  return total
}

/** Applies what was delivered and fetches nothing yet. */
export async function workIngest(shop: Shop): Promise<void> {
  const { em, encryption } = workerOf(shop.host)
  while ((await processDeliveries({ em, encryption, now: new Date() })) > 0);
}
