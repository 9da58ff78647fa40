import type { EntityManager } from '@mikro-orm/postgresql'
import {
  type CommandHandler,
  type CommandLogMetadata,
  type CommandRuntimeContext,
  registerCommand,
} from '@open-mercato/shared/lib/commands'
import { notFound } from '../lib/errors.ts'
import { type AddContext, addFile } from '../lib/files/add/add-file.ts'
import { type DescribedFile, describeFile, rulesOfChannel } from '../lib/files/add/describe-file.ts'
import {
  type ConvertFileInput,
  convertFileInput,
  type FetchFileInput,
  fetchFileInput,
  type UploadFileInput,
  uploadFileInput,
} from '../lib/files/add/new-file-input.ts'
import { atWork, inHand } from '../lib/files/bounds/file-bounds.ts'
import { convertFile } from '../lib/files/convert/convert-file.ts'
import { fetchLink } from '../lib/files/link/fetch-link.ts'
import { MAX_FILE_BYTES } from '../lib/files/max-file-bytes.ts'
import { findStoredFiles } from '../lib/files/store/stored-files.ts'
import { requireScope } from '../lib/scope.ts'

const uploadFile: CommandHandler<UploadFileInput, DescribedFile> = {
  id: 'communication_channels.file.upload',
  async execute(input, ctx) {
    const { channelId, fileName: name, bytes } = uploadFileInput.parse(input)
    const add = addContext(ctx)
    const rules = await rulesOfChannel(add, channelId)
    const file = await atWork(add.scope.tenantId, 1, () => addFile(add, { bytes, name, origin: 'uploaded' }))
    return describeFile(add, file, rules)
  },
  buildLog: ({ result }) => logOf('Upload a file', result),
}

const fetchFile: CommandHandler<FetchFileInput, DescribedFile> = {
  id: 'communication_channels.file.fetch',
  async execute(input, ctx) {
    const { channelId, link } = fetchFileInput.parse(input)
    const add = addContext(ctx)
    const rules = await rulesOfChannel(add, channelId)
    const { tenantId } = add.scope
    const file = await inHand(tenantId, MAX_FILE_BYTES, async () => {
      const { bytes, fileName: name } = await fetchLink(link, MAX_FILE_BYTES)
      return atWork(tenantId, 1, () => addFile(add, { bytes, name, origin: 'fetched', link }))
    })
    return describeFile(add, file, rules)
  },
  buildLog: ({ result }) => logOf('Fetch a file from a link', result),
}

const convertOne: CommandHandler<ConvertFileInput, DescribedFile> = {
  id: 'communication_channels.file.convert',
  async execute(input, ctx) {
    const { channelId, fileId, as } = convertFileInput.parse(input)
    const add = addContext(ctx)
    const rules = await rulesOfChannel(add, channelId)
    const [file] = await findStoredFiles(add, [fileId])
    if (!file) throw notFound('file')
    const made = await atWork(add.scope.tenantId, 1, () => convertFile(add, file, as, rules))
    return describeFile(add, made, rules)
  },
  buildLog: ({ input, result }) => ({
    ...logOf('Convert a file', result),
    context: { from: input.fileId, as: input.as },
  }),
}

function addContext(ctx: CommandRuntimeContext): AddContext {
  const { userId, ...scope } = requireScope(ctx.auth)
  return {
    em: ctx.container.resolve<EntityManager>('em'),
    encryption: ctx.container.resolve('tenantEncryptionService'),
    resolve: (name) => ctx.container.resolve(name),
    scope,
    userId,
    now: new Date(),
  }
}

/** That it was done, by whom and what kind of file: neither its name nor where it came from. */
function logOf(actionLabel: string, { file }: DescribedFile): CommandLogMetadata {
  return {
    actionLabel,
    resourceKind: 'communication_channels.file',
    resourceId: file.id,
    context: { mimeType: file.mimeType, byteSize: file.byteSize },
  }
}

registerCommand(uploadFile)
registerCommand(fetchFile)
registerCommand(convertOne)
