import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useIsMobile } from '@open-mercato/ui/hooks/useIsMobile'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { useId } from 'react'
import type { OpenedDelivery } from '../delivery.ts'
import { FactList } from './FactList.tsx'
import { RawBody } from './RawBody.tsx'

/** Side by side where there is room, else one after the other. */
export function RawAndRead({ opened }: { opened: OpenedDelivery }) {
  const t = useT()
  const [readId, rawId] = [useId(), useId()]
  const read = <Read opened={opened} />
  const raw = <RawBody raw={opened.raw} name={opened.delivery.id} />
  const heads = {
    read: t('communication_channels.deliveries.read.title'),
    raw: t('communication_channels.deliveries.raw.title'),
  }
  if (useIsMobile()) {
    return (
      <Tabs defaultValue="read">
        <TabsList>
          <TabsTrigger value="read">{heads.read}</TabsTrigger>
          <TabsTrigger value="raw">{heads.raw}</TabsTrigger>
        </TabsList>
        <TabsContent value="read">{read}</TabsContent>
        <TabsContent value="raw">{raw}</TabsContent>
      </Tabs>
    )
  }
  return (
    <div className="grid grid-cols-2 items-start gap-5">
      <section aria-labelledby={readId} className="grid min-w-0 gap-2">
        <h3 id={readId} className="text-sm font-semibold">
          {heads.read}
        </h3>
        {read}
      </section>
      <section aria-labelledby={rawId} className="sticky top-5 grid min-w-0 gap-2">
        <h3 id={rawId} className="text-sm font-semibold">
          {heads.raw}
        </h3>
        {raw}
      </section>
    </div>
  )
}

function Read({ opened: { read, readCount, readError, isHeldBack } }: { opened: OpenedDelivery }) {
  const t = useT()
  if (read) return <FactList facts={read} count={readCount} />
  return (
    <Alert status="error">
      <AlertTitle>{t('communication_channels.deliveries.read.failed')}</AlertTitle>
      <AlertDescription>
        {isHeldBack ? t('communication_channels.deliveries.read.held_back') : readError}
      </AlertDescription>
    </Alert>
  )
}
