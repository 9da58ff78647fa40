import { COPY_CODE_MAX } from './lint/limits.ts'

/**
 * What a button to copy takes: letters and digits of ASCII.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/coupon-templates
 */
export function isCopyCode(code: string): boolean {
  return /^[a-z\d]+$/i.test(code) && code.length <= COPY_CODE_MAX
}
