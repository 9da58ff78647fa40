import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { MessageSquareText, Phone } from 'lucide-react'
import { problemText } from '../problemText.ts'
import { CODE_LANGUAGES } from './number.ts'
import { type NumberProps, useNumberAction } from './useNumber.ts'

/** Has Meta tell the number a code, by text or by voice. */
export function CodeRequest(of: NumberProps) {
  const t = useT()
  const locale = useLocale()
  const text = (key: string) => t(`channel_whatsapp.numbers.requestCode.${key}`)
  const act = useNumberAction(of)
  const ask = (method: 'SMS' | 'VOICE') =>
    act.mutate(
      { action: 'request_code', method, language: CODE_LANGUAGES[locale] ?? 'en_US' },
      { onSuccess: () => flash(text('done'), 'success') },
    )
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <h3 className="text-sm font-semibold">{text('title')}</h3>
        <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{text('about')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" onClick={() => ask('SMS')} disabled={act.isPending}>
          <MessageSquareText />
          {text('sms')}
        </Button>
        <Button variant="outline" onClick={() => ask('VOICE')} disabled={act.isPending}>
          <Phone />
          {text('voice')}
        </Button>
      </div>
      {act.isError ? (
        <Alert status="error">{problemText(t, act.error, t('channel_whatsapp.numbers.failed'))}</Alert>
      ) : null}
    </div>
  )
}
