import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { dbOf } from '../lib/db.ts'
import { ChannelError, notFound } from '../lib/errors.ts'
import { type RemoveFileInput, removeFileInput } from '../lib/files/add/new-file-input.ts'
import { findFile, removeUnsent } from '../lib/files/file-statements.ts'
import { clearRemoved } from '../lib/files/store/retire-files.ts'
import { requireScope } from '../lib/scope.ts'

const removeFile: CommandHandler<RemoveFileInput, { fileId: string; isRepeated: boolean }> = {
  id: 'communication_channels.file.remove',
  async execute(input, ctx) {
    const { fileId } = removeFileInput.parse(input)
    const em = ctx.container.resolve<EntityManager>('em')
    const scope = requireScope(ctx.auth)
    const isOurs = await em.fork().transactional((tx) => removeUnsent(dbOf(tx), scope, fileId, new Date()))
    if (isOurs) {
      await clearRemoved({ em, resolve: (name) => ctx.container.resolve(name) }, scope, fileId)
      return { fileId, isRepeated: false }
    }
    const file = await findFile(dbOf(em.fork()), scope, fileId)
    if (!file) throw notFound('file')
    if (file.state === 'removed') return { fileId, isRepeated: true }
    throw new ChannelError(
      409,
      'file_in_use',
      'This file belongs to a message.',
      'It stays as long as the message does.',
    )
  },
  buildLog: ({ result }) => ({
    skipLog: result.isRepeated,
    actionLabel: 'Take back a file that was not sent',
    resourceKind: 'communication_channels.file',
    resourceId: result.fileId,
  }),
}

registerCommand(removeFile)
