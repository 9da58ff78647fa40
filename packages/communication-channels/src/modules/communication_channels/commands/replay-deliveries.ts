import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { dbOf } from '../lib/db.ts'
import { replayNamed } from '../lib/deliveries/replay/replay-named.ts'
import { startReplay } from '../lib/deliveries/replay/replay-runs.ts'
import {
  parseReplayRequest,
  type Replayed,
  type ReplayRequest,
} from '../lib/deliveries/replay/replay-views.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { nudge, OUTGOING_EVENTS_QUEUE, REPLAYS_QUEUE } from '../lib/nudge.ts'
import { requireScope } from '../lib/scope.ts'

const replayDeliveries: CommandHandler<ReplayRequest, Replayed> = {
  id: 'communication_channels.deliveries.replay',
  async execute(raw, ctx) {
    const request = parseReplayRequest(raw)
    const scope = requireScope(ctx.auth)
    const em = ctx.container.resolve<EntityManager>('em')
    const now = new Date()
    if (!('ids' in request)) {
      const replay = await startReplay(dbOf(em.fork()), scope, request, now)
      nudge(REPLAYS_QUEUE)
      return { replay }
    }
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const done = await replayNamed({ em, encryption, scope, now }, request.ids)
    nudge(OUTGOING_EVENTS_QUEUE)
    return done
  },
  buildLog: ({ input, result }) => {
    const isSpan = 'replay' in result
    return {
      actionLabel: isSpan ? 'Replay the webhook deliveries of a time' : 'Replay webhook deliveries',
      resourceKind: isSpan ? 'communication_channels.replay' : 'communication_channels.delivery',
      resourceId: isSpan
        ? result.replay.id
        : result.deliveries.length === 1
          ? result.deliveries[0]!.id
          : null,
      context: isSpan
        ? { ...result.replay.span, total: result.replay.total }
        : { ...input, ...result.effects },
    }
  },
}

registerCommand(replayDeliveries)
