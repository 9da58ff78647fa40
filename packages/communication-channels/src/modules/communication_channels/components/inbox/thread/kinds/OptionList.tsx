import { List } from 'lucide-react'

type OptionListProps = {
  label: string
  sections: { title?: string; rows: { key: string; title: string; description?: string }[] }[]
}

/** What a button of the customer's opens; here it unfolds in place. */
export function OptionList({ label, sections }: OptionListProps) {
  return (
    <details className="border-t border-primary/15">
      <summary className="flex cursor-pointer list-none items-center justify-center gap-1.5 rounded-b-2xl px-3 py-2 text-sm font-medium text-primary -outline-offset-2">
        <List aria-hidden="true" className="size-4 shrink-0" />
        <bdi className="truncate">{label}</bdi>
      </summary>
      <div className="grid gap-2 px-3 pb-2.5 text-sm">
        {sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections may lack a title
          <div key={index}>
            {section.title ? (
              <p className="text-xs font-semibold text-muted-foreground">
                <bdi>{section.title}</bdi>
              </p>
            ) : null}
            <ul className="grid gap-1">
              {section.rows.map((row) => (
                <li key={row.key} className="[overflow-wrap:anywhere]">
                  <bdi>{row.title}</bdi>
                  {row.description ? (
                    <span className="block text-[0.8125rem] text-muted-foreground">
                      <bdi>{row.description}</bdi>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}
