import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { Button } from '@open-mercato/ui/primitives/button'
import { Ban } from 'lucide-react'
import { problemText } from '../../inbox/model/problemText.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Blocking } from './useBlocking.ts'

/** Asks before it does either, for both are felt by somebody else. */
export function BlockButton({ isBlocked, blocking }: { isBlocked: boolean; blocking: Blocking }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.block.${key}`)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const { isActing, isAskingWhy, failure } = blocking
  const told = failure && !isAskingWhy ? problemText(t, '', failure) : null
  const unblock = async () => {
    const isSure = await confirm({
      title: say('lift.title'),
      text: say('lift.text'),
      confirmText: say('lift.confirm'),
      cancelText: t('communication_channels.inbox.cancel'),
    })
    if (isSure) blocking.unblock()
  }
  const press = () => {
    if (isActing) return
    if (isBlocked) void unblock()
    else blocking.askWhy(true)
  }
  return (
    <>
      <Button
        variant={isBlocked ? 'outline' : 'destructive-ghost'}
        size="sm"
        className={isBlocked ? 'justify-self-start' : '-ms-3 justify-self-start'}
        aria-disabled={isActing}
        onClick={press}
      >
        <Ban />
        {say(isBlocked ? 'lift' : 'button')}
      </Button>
      {told ? (
        <p role="alert" className="text-sm text-status-error-text">
          {told.reason} {told.action}
        </p>
      ) : null}
      {isAskingWhy ? (
        <ReasonDialog
          name="block"
          isRequired={false}
          isActing={isActing}
          failure={failure}
          onConfirm={blocking.block}
          onClose={() => blocking.askWhy(false)}
        />
      ) : null}
      {ConfirmDialogElement}
    </>
  )
}
