import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, type ReactNode, useState } from 'react'
import { problemText } from '../problemText.ts'
import type { NumberWish } from './number.ts'
import { type NumberProps, useNumberAction } from './useNumber.ts'

type ActionFormProps = NumberProps & {
  /** Names the texts: `<name>.title`, `.about`, `.field`, `.submit`, `.done`, `.wrong`. */
  name: string
  inputMode?: 'numeric' | 'text'
  maxLength: number
  isRight: (value: string) => boolean
  wishOf: (value: string) => NumberWish
  children?: ReactNode
}

/** One value that Meta is told, and what it said to it. What was typed is forgotten as soon as it was taken. */
export function ActionForm(props: ActionFormProps) {
  const { connection, number, name, inputMode = 'numeric', maxLength, isRight, wishOf, children } = props
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.${name}.${key}`)
  const act = useNumberAction({ connection, number })
  const [value, setValue] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const isWrong = wasTried && !isRight(value)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    if (!isRight(value)) return
    // The form may be gone by then: what it was for is done.
    const isDone = await act.mutateAsync(wishOf(value)).then(
      () => true,
      () => false,
    )
    if (!isDone) return
    setValue('')
    setWasTried(false)
    flash(text('done'), 'success')
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off" className="grid gap-3">
      <div className="grid gap-1">
        <h3 className="text-sm font-semibold">{text('title')}</h3>
        <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{text('about')}</p>
      </div>
      {children}
      <div className="grid items-start gap-2 sm:grid-cols-[1fr_auto]">
        <FormField label={text('field')} error={isWrong ? text('wrong') : undefined}>
          <Input
            value={value}
            onChange={(event) => setValue(event.target.value)}
            inputMode={inputMode}
            autoComplete={inputMode === 'numeric' ? 'one-time-code' : 'off'}
            maxLength={maxLength}
            dir={inputMode === 'numeric' ? 'ltr' : 'auto'}
          />
        </FormField>
        <Button type="submit" variant="outline" disabled={act.isPending} className="sm:mt-6">
          {act.isPending ? <Spinner size="sm" /> : null}
          {text('submit')}
        </Button>
      </div>
      {act.isError ? (
        <Alert status="error">{problemText(t, act.error, t('channel_whatsapp.numbers.failed'))}</Alert>
      ) : null}
    </form>
  )
}
