/** Meta has written 15 and, lately, 20: what has 15 passes either way. */
export const MAX_COPY_CODE = 15

/**
 * What a button to copy takes: letters and digits of ASCII.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/coupon-templates
 */
export function isCopyCode(code: string): boolean {
  return /^[a-z\d]+$/i.test(code) && code.length <= MAX_COPY_CODE
}
