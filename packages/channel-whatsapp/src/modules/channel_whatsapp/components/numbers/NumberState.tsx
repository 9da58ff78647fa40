import { useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import type { ConnectionNumber } from '../connections/connection.ts'

const bad = new Set(['BANNED', 'RESTRICTED', 'DELETED', 'RATE_LIMITED'])
const approvedNames = new Set(['APPROVED', 'AVAILABLE_WITHOUT_REVIEW', 'NONE'])

/** That all is well is said without colour, so that what is not stands out. */
function toneOf(status: string): 'neutral' | 'error' | 'warning' {
  if (status === 'CONNECTED') return 'neutral'
  return bad.has(status) ? 'error' : 'warning'
}

/** Whether a number works at Meta, and what keeps it from working as it should, if anything does. */
export function NumberState({ number }: { number: ConnectionNumber }) {
  const t = useT()
  const say = (group: string, word: string) => t(`channel_whatsapp.numbers.${group}.${word}`, word)
  const { status, nameStatus, newNameStatus, codeVerificationStatus, isRegistered } = number
  const isStatusTold = status !== null && status !== 'UNKNOWN' && isRegistered !== false
  return (
    <>
      {isRegistered === false ? (
        <StatusBadge variant="error">{say('status', 'notRegistered')}</StatusBadge>
      ) : null}
      {isStatusTold ? <StatusBadge variant={toneOf(status)}>{say('status', status)}</StatusBadge> : null}
      {codeVerificationStatus === 'NOT_VERIFIED' && isRegistered === false ? (
        <StatusBadge variant="warning">{say('code', 'NOT_VERIFIED')}</StatusBadge>
      ) : null}
      {nameStatus === null || approvedNames.has(nameStatus) ? null : (
        <StatusBadge variant={nameStatus === 'PENDING_REVIEW' ? 'info' : 'error'}>
          {say('name', nameStatus)}
        </StatusBadge>
      )}
      {newNameStatus === 'PENDING_REVIEW' ? (
        <StatusBadge variant="info">{say('newName', 'PENDING_REVIEW')}</StatusBadge>
      ) : null}
      {number.accountMode === 'SANDBOX' ? (
        <StatusBadge variant="neutral">{say('mode', 'SANDBOX')}</StatusBadge>
      ) : null}
    </>
  )
}
