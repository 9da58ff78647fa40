import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Input } from '@open-mercato/ui/primitives/input'
import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

/** A text to be carried elsewhere. Where the browser gives no clipboard (plain http) it is selected for Ctrl+C. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = window.setTimeout(() => setIsCopied(false), 2_000)
    return () => window.clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <div className="flex gap-2">
      <Input
        ref={field}
        readOnly
        dir="ltr"
        value={value}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
        inputClassName="font-mono !text-[0.8125rem]"
      />
      <Button variant="outline" onClick={() => void copy()}>
        {isCopied ? <Check /> : <Copy />}
        <span aria-live="polite">{t(`channel_whatsapp.connections.${isCopied ? 'copied' : 'copy'}`)}</span>
      </Button>
    </div>
  )
}
