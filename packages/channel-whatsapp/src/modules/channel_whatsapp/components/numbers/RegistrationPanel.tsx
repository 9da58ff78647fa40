import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useConfirmDialog } from '@open-mercato/ui/backend/confirm-dialog'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { problemText } from '../problemText.ts'
import { ActionForm } from './ActionForm.tsx'
import { CodeRequest } from './CodeRequest.tsx'
import { isPin } from './number.ts'
import { type NumberProps, useNumberAction } from './useNumber.ts'

/** From a number that Meta has only heard of to one that can send: a code, then a PIN. */
export function RegistrationPanel(of: NumberProps) {
  const t = useT()
  const { number } = of
  const text = (key: string) => t(`channel_whatsapp.numbers.registration.${key}`)
  return (
    <div className="grid gap-6">
      <Alert status={number.isRegistered === false ? 'warning' : 'success'}>
        {text(number.isRegistered === false ? 'isOutside' : 'isRegistered')}
      </Alert>
      {number.codeVerificationStatus === 'VERIFIED' ? null : (
        <>
          <CodeRequest {...of} />
          <ActionForm
            {...of}
            name="verifyCode"
            maxLength={12}
            isRight={(code) => /^\d{4,8}$/.test(code.replace(/[\s-]/g, ''))}
            wishOf={(code) => ({ action: 'verify_code', code })}
          />
        </>
      )}
      {number.isRegistered === true ? (
        <ActionForm
          {...of}
          name="setPin"
          maxLength={6}
          isRight={isPin}
          wishOf={(pin) => ({ action: 'set_pin', pin })}
        />
      ) : (
        <ActionForm
          {...of}
          name="register"
          maxLength={6}
          isRight={isPin}
          wishOf={(pin) => ({ action: 'register', pin })}
        />
      )}
      {number.isRegistered === true ? <Deregister {...of} /> : null}
    </div>
  )
}

function Deregister(of: NumberProps) {
  const t = useT()
  const text = (key: string) =>
    t(`channel_whatsapp.numbers.deregister.${key}`, { number: of.number.displayPhoneNumber })
  const act = useNumberAction(of)
  const { confirm, ConfirmDialogElement } = useConfirmDialog()
  const deregister = async () => {
    const isSure = await confirm({
      title: text('title'),
      text: text('about'),
      confirmText: text('submit'),
      cancelText: t('channel_whatsapp.cancel'),
      variant: 'destructive',
    })
    if (!isSure) return
    await act.mutateAsync({ action: 'deregister' }).then(
      () => flash(text('done'), 'success'),
      () => undefined,
    )
  }
  return (
    <div className="grid gap-3 border-t pt-4">
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{text('about')}</p>
      <Button
        variant="destructive-ghost"
        className="w-fit"
        onClick={() => void deregister()}
        disabled={act.isPending}
      >
        {text('submit')}
      </Button>
      {act.isError ? (
        <Alert status="error">{problemText(t, act.error, t('channel_whatsapp.numbers.failed'))}</Alert>
      ) : null}
      {ConfirmDialogElement}
    </div>
  )
}
