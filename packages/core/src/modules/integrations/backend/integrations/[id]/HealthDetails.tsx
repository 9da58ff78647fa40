/** What the integration wants to say beyond its status; its names are its own. */
export function HealthDetails({ details }: { details: Record<string, unknown> }) {
  return (
    <dl className="grid gap-x-6 gap-y-1.5 rounded-lg bg-muted p-4 text-[0.8125rem] sm:grid-cols-[auto_1fr]">
      {Object.entries(details).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words font-mono text-xs leading-5">
            {inWords(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : String(value)
}
