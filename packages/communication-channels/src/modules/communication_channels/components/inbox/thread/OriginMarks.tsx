import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Layers, RotateCw } from 'lucide-react'
import type { Message } from '../model/message.ts'

type OriginMarksProps = { message: Message; onJump: (() => void) | null }

export function hasOriginMarks({ lane, resendOf }: Message): boolean {
  return lane === 'bulk' || Boolean(resendOf)
}

/** Why a message was written: as one of many, or because nobody knew whether an earlier one went out. */
export function OriginMarks({ message, onJump }: OriginMarksProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.${key}`)
  const look = 'flex items-center gap-1 text-xs text-muted-foreground'
  return (
    <>
      {message.lane === 'bulk' ? (
        <p className={look}>
          <Layers aria-hidden="true" className="size-3.5 shrink-0" />
          {say('batchMark')}
        </p>
      ) : null}
      {message.resendOf ? (
        <p className={look}>
          <RotateCw aria-hidden="true" className="size-3.5 shrink-0" />
          {onJump ? (
            <button type="button" onClick={onJump} className="underline-offset-4 hover:underline">
              {say('settled.again')} <span className="sr-only">{say('settled.goToFirst')}</span>
            </button>
          ) : (
            say('settled.again')
          )}
        </p>
      ) : null}
    </>
  )
}
