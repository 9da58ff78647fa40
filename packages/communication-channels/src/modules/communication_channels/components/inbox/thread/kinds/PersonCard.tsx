import { useT } from '@open-mercato/shared/lib/i18n/context'
import { UserRound } from 'lucide-react'
import type { ContactCardsContent } from '../../model/message.ts'
import { mailLink, phoneLink, webLink } from '../../model/safeLink.ts'
import { FactCard } from './FactCard.tsx'

type Card = ContactCardsContent['contacts'][number]

export function PersonCard({ card }: { card: Card }) {
  const t = useT()
  const { formattedName, prefix, firstName, middleName, lastName, suffix } = card.name
  const parts = [prefix, firstName, middleName, lastName, suffix]
  const name = formattedName ?? parts.filter(Boolean).join(' ')
  const { company, department, title } = card.organization ?? {}
  const work = [title, department, company].filter(Boolean).join(', ')
  return (
    <FactCard
      Icon={UserRound}
      title={<bdi>{name || t('communication_channels.inbox.contacts.unnamed')}</bdi>}
      detail={work ? <bdi>{work}</bdi> : undefined}
    >
      <ul className="mt-0.5 grid gap-0.5 text-sm empty:hidden">
        {linesOf(card).map(({ text, link, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card may say the same twice
          <li key={index} className="flex flex-wrap items-baseline gap-x-2">
            {link ? (
              <a href={link} rel="noopener noreferrer" className="rounded text-primary hover:underline">
                <bdi>{text}</bdi>
              </a>
            ) : (
              <bdi>{text}</bdi>
            )}
            {kind ? <span className="text-xs text-muted-foreground">{kind.toLowerCase()}</span> : null}
          </li>
        ))}
      </ul>
    </FactCard>
  )
}

type Line = { text: string; link: string | null; kind: string | undefined }

function linesOf({ phones, emails, urls, addresses, birthday }: Card): Line[] {
  const lines = [
    ...(phones ?? []).map(({ phone, type }) => ({
      text: phone,
      link: phone ? phoneLink(phone) : null,
      kind: type,
    })),
    ...(emails ?? []).map(({ email, type }) => ({
      text: email,
      link: email ? mailLink(email) : null,
      kind: type,
    })),
    ...(urls ?? []).map(({ url, type }) => ({ text: url, link: webLink(url), kind: type })),
    ...(addresses ?? []).map(({ street, zip, city, state, country, type }) => ({
      text: [street, [zip, city].filter(Boolean).join(' '), state, country].filter(Boolean).join(', '),
      link: null,
      kind: type,
    })),
    { text: birthday, link: null, kind: undefined },
  ]
  return lines.filter((line): line is Line => Boolean(line.text))
}
