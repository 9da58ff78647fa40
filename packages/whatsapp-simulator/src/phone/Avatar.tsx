/** Initials on a colour that stays the same for the same name. */
export function Avatar({ name, online }: { name: string; online?: boolean }) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 360, 7)
  return (
    <span className="avatar" style={{ '--hue': hue } as React.CSSProperties} aria-hidden="true">
      {initials}
      {online !== undefined && <i className={online ? 'dot dot-on' : 'dot'} />}
    </span>
  )
}
