/** The mark by which a field is found from a finding. */
export const PATH_MARK = 'data-template-path'

const CONTROLS = 'textarea, input:not([type=file]), [role=combobox], [role=switch], button'

/**
 * Goes to the field that a path names, or to the nearest around it.
 *
 * @returns whether there is one
 */
export function focusField(form: HTMLElement, path: string): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>(`[${PATH_MARK}]`)]
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length--) {
    const wanted = keys.slice(0, length).join('.')
    const field = fields.find((one) => one.getAttribute(PATH_MARK) === wanted)
    const control =
      field?.querySelector<HTMLElement>('[aria-invalid=true]') ?? field?.querySelector<HTMLElement>(CONTROLS)
    if (!field || !control) continue
    const folded = field.closest('details')
    if (folded) folded.open = true
    control.focus({ preventScroll: true })
    field.scrollIntoView?.({ block: 'center', behavior: 'smooth' })
    return true
  }
  return false
}
