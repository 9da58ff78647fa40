import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { RotateCw, X } from 'lucide-react'
import { useState } from 'react'
import type { SettleChoice } from '../data/settleMessages.ts'
import { useSettleQuestion } from '../data/useSettleQuestion.ts'

type SettleChoicesProps = {
  contactName: string
  /** False where the same message may not leave now. */
  canResend: boolean
  onSettle: (as: SettleChoice) => Promise<void>
}

const icons = { resend: RotateCw, leave: X } as const

/** The two ways out for a message of unknown outcome. Each names its risk, and asks once. */
export function SettleChoices({ contactName, canResend, onSettle }: SettleChoicesProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.unknown.${key}`, { name: contactName })
  const { isSure, question } = useSettleQuestion(say)
  const [isSettling, setIsSettling] = useState(false)
  const choices: SettleChoice[] = canResend ? ['resend', 'leave'] : ['leave']

  const settle = async (as: SettleChoice) => {
    if (!(await isSure(as))) return
    setIsSettling(true)
    await onSettle(as)
    setIsSettling(false)
  }
  return (
    <>
      {choices.map((as) => {
        const Icon = icons[as]
        return (
          <Button
            key={as}
            variant="outline"
            size="2xs"
            disabled={isSettling}
            className="h-auto min-h-9 min-w-0 max-w-full shrink whitespace-normal py-1 text-start md:min-h-7"
            onClick={() => void settle(as)}
          >
            <Icon className="size-3.5" />
            {say(as)}
          </Button>
        )
      })}
      {question}
    </>
  )
}
