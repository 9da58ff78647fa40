const VISIBLE = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether there is anything to be read: spaces without width, marks of direction and empty letters prove nothing. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text)
}
