/** Whether it can stand behind the fixed part of a link: in a link nothing is invisible, and no variable is filled in twice. */
export function isLinkRest(text: string): boolean {
  return !/[\p{C}\p{Z}]|\{\{/u.test(text)
}
