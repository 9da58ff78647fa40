import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RawBody as Raw } from '../delivery.ts'
import { downloadBytes } from './downloadBytes.ts'
import { prettyJson } from './prettyJson.ts'

/** Characters at first: a delivery may have millions, and a page with all of them answers to nobody for seconds. */
const SHOWN = 20_000

/** The bytes as they came; for reading, JSON has a line for each value. */
export function RawBody({ raw, name }: { raw: Raw; name: string }) {
  const t = useT()
  const [isWhole, setWhole] = useState(false)
  const text = raw.encoding === 'utf-8' ? raw.text : raw.base64
  const isLong = text.length > SHOWN
  const shown = useMemo(() => {
    const part = isWhole ? text : text.slice(0, SHOWN)
    return raw.encoding === 'utf-8' ? prettyJson(part) : part
  }, [text, isWhole, raw.encoding])
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      {raw.encoding === 'base64' ? (
        <p className="text-sm text-muted-foreground">{t('communication_channels.deliveries.raw.binary')}</p>
      ) : null}
      <pre className="max-h-[70dvh] overflow-auto whitespace-pre-wrap break-all rounded-md border bg-muted p-3 font-mono text-xs leading-relaxed">
        {shown}
        {isLong && !isWhole ? '\n…' : null}
      </pre>
      <div className="flex flex-wrap gap-2">
        {isLong && !isWhole ? (
          <Button variant="outline" size="sm" onClick={() => setWhole(true)}>
            {t('communication_channels.deliveries.raw.whole')}
          </Button>
        ) : null}
        <Button variant="outline" size="sm" onClick={() => downloadBytes(raw, name)}>
          <Download />
          {t('communication_channels.deliveries.raw.download')}
        </Button>
      </div>
    </div>
  )
}
