import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import { languageName } from '../../../lib/policy/reason-params.ts'
import { webLink } from '../../inbox/model/safeLink.ts'
import { OutsideLink } from '../../inbox/thread/kinds/OutsideLink.tsx'
import type { ConsentEntry } from './consent.ts'

type Line = { label: string; value: string; link: string | null }

/** By what it can be shown, each under its name. */
export function Evidence({ event }: { event: ConsentEntry }) {
  const lines = useLines(event)
  if (lines.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-[0.8125rem]">
      {lines.map(({ label, value, link }) => (
        <Term key={label} label={label}>
          {link ? <OutsideLink href={link}>{value}</OutsideLink> : <bdi>{value}</bdi>}
        </Term>
      ))}
    </dl>
  )
}

function Term({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

/** What a shop or a later version names that this screen does not know stands under its own name. */
function useLines({ textVersion, language, evidence, messageId }: ConsentEntry): Line[] {
  const t = useT()
  const locale = useLocale()
  const say = (name: string) => t(`communication_channels.consents.person.evidence.${name}`, name)
  const lines: Line[] = []
  if (textVersion) lines.push({ label: say('version'), value: textVersion, link: null })
  if (language) lines.push({ label: say('language'), value: languageName(language, locale), link: null })
  for (const [name, value] of Object.entries(evidence)) {
    // There is a link to the message itself.
    if (name === 'messageId' && messageId) continue
    lines.push({ label: say(name), value, link: name === 'url' ? webLink(value) : null })
  }
  return lines
}
