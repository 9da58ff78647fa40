import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'

/**
 * Why something did not go out and what to do, in the reader's language. The hub knows its own codes; a provider brings
 * texts for its codes under `channel_<providerKey>.problem.<code>.{reason,action}`; the server's sentence is the rest.
 */
export function problemText(
  t: TranslateFn,
  providerKey: string,
  problem: { code: string; message: string; action: string | null },
): { reason: string; action: string | null } {
  const say = (part: 'reason' | 'action', otherwise: string) =>
    t(
      `communication_channels.problem.${problem.code}.${part}`,
      t(`channel_${providerKey}.problem.${problem.code}.${part}`, otherwise || ' '),
    ).trim()
  return {
    reason: say('reason', problem.message) || t('communication_channels.problem.other.reason'),
    action: say('action', problem.action ?? '') || null,
  }
}
