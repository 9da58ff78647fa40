type Component = Record<string, unknown>
export type Definition = Record<string, unknown> & { components: Component[] }

/** Stands for the handle of an uploaded sample of this type. */
export const SAMPLE_HANDLES = { image: '4::<image>', video: '4::<video>', document: '4::<document>' } as const

const body = (text: string, ...examples: string[]): Component => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
})
const picture = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT', handle: string): Component => ({
  type: 'HEADER',
  format,
  example: { header_handle: [handle] },
})
const buttons = (...list: Component[]): Component => ({ type: 'BUTTONS', buttons: list })
const utility = (...components: Component[]): Definition => ({ category: 'UTILITY', components })
const marketing = (...components: Component[]): Definition => ({ category: 'MARKETING', components })
const code = (button: Component): Definition => ({
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: 10 },
    buttons({ type: 'OTP', ...button }),
  ],
})
const app = { package_name: 'com.example.tents', signature_hash: 'K8a%2FAINcGX7' }
const flow = { type: 'FLOW', text: 'Choose a day', flow_action: 'navigate', navigate_screen: 'DAYS' }
const card = (text: string) => ({
  components: [
    picture('IMAGE', SAMPLE_HANDLES.image),
    body(text, 'Maria'),
    buttons(
      { type: 'quick_reply', text: 'Tell me more' },
      {
        type: 'URL',
        text: 'Show it',
        url: 'https://example.com/shop/{{1}}',
        example: ['https://example.com/shop/a1'],
      },
    ),
  ],
})
const productCard = {
  components: [{ type: 'header', format: 'product' }, buttons({ type: 'spm', text: 'View' })],
}

/** A template of every form that Meta documents, without name and language. */
export const definitions: Record<string, Definition> = {
  'a text alone': utility(body('Your parcel waits for you at the kiosk.')),
  'variables with numbers': utility(
    { type: 'HEADER', format: 'TEXT', text: 'Forgot {{1}}?', example: { header_text: ['your tent'] } },
    body('Hi {{1}}, your order {{2}} has left our house.', 'Maria', 'A-1042'),
    { type: 'FOOTER', text: 'Acme Outdoor' },
  ),
  'variables with names': {
    ...utility(
      {
        type: 'header',
        format: 'text',
        text: 'Our summer begins {{first_day}}!',
        example: { header_text_named_params: [{ param_name: 'first_day', example: 'June 1st' }] },
      },
      {
        type: 'body',
        text: 'Thank you, {{first_name}}! We have noted your order {{order_number}}.',
        example: {
          body_text_named_params: [
            { param_name: 'first_name', example: 'Maria' },
            { param_name: 'order_number', example: 'A-1042' },
          ],
        },
      },
    ),
    parameter_format: 'named',
  },
  'types in small letters': {
    category: 'marketing',
    components: [
      {
        type: 'body',
        text: 'The new season is here, {{1}}, come and see it.',
        example: { body_text: [['Maria']] },
      },
    ],
  },
  'quick replies': marketing(
    body('Shall we write to you about new tents?'),
    { type: 'FOOTER', text: 'Acme Outdoor' },
    buttons({ type: 'QUICK_REPLY', text: 'Yes, please' }, { type: 'QUICK_REPLY', text: 'No, thank you' }),
  ),
  'a document, a phone and a link': utility(
    picture('DOCUMENT', SAMPLE_HANDLES.document),
    body('Here is the invoice of order {{1}}, with our thanks.', 'A-1042'),
    buttons(
      { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '48221234501' },
      { type: 'URL', text: 'Contact us', url: 'https://example.com/contact' },
    ),
  ),
  'a picture and a link with a variable': marketing(
    picture('IMAGE', SAMPLE_HANDLES.image),
    body('Hi {{1}}! Look at what we have for you until {{2}} in our shop.', 'Maria', 'May 31st'),
    buttons({
      type: 'URL',
      text: 'Shop now',
      url: 'https://example.com/shop?promo={{1}}',
      example: ['summer'],
    }),
  ),
  'a film': marketing(picture('VIDEO', SAMPLE_HANDLES.video), body('See how the tent is put up.')),
  'a place': utility(
    { type: 'header', format: 'location' },
    body('Order #{{1}} is on its way to the place above.', 'A-1042'),
  ),
  'a coupon': marketing(
    body('Here is a coupon for your next order.'),
    buttons({ type: 'COPY_CODE', example: 'SAVE15' }),
  ),
  'a limited-time offer': marketing(
    picture('IMAGE', SAMPLE_HANDLES.image),
    { type: 'limited_time_offer', limited_time_offer: { text: 'Ends soon!', has_expiration: true } },
    body('Good news, {{1}}! Use code {{2}} for all tents of last year.', 'Maria', 'TENT25'),
    buttons(
      { type: 'copy_code', example: ['TENT25'] },
      {
        type: 'url',
        text: 'Shop now',
        url: 'https://example.com/offers?code={{1}}',
        example: ['https://example.com/offers?code=x'],
      },
    ),
  ),
  'a carousel of pictures': marketing(body('Two favourites of this season:'), {
    type: 'carousel',
    cards: [card('A tent for {{1}} and friends.'), card('A bag for {{1}} and friends.')],
  }),
  'a carousel of products': marketing(
    { type: 'body', text: 'Rare tents! {{1}}, take a look at them.', example: { body_text: [['Maria']] } },
    { type: 'carousel', cards: [productCard, productCard] },
  ),
  'a catalog': marketing(
    body('All our tents are a tap away.'),
    buttons({ type: 'CATALOG', text: 'View catalog' }),
  ),
  'several products': marketing(
    { type: 'HEADER', format: 'TEXT', text: 'Picked for you' },
    body('You left something in your cart.'),
    buttons({ type: 'MPM', text: 'View items' }),
  ),
  'one product': marketing(
    { type: 'header', format: 'product' },
    body('The tent you asked for is here.'),
    buttons({ type: 'SPM', text: 'View' }),
  ),
  'a flow by id': marketing(
    body('Book your fitting here.'),
    buttons({ ...flow, flow_id: '510000000000001' }),
  ),
  'a flow by name': marketing(body('Book your fitting here.'), buttons({ ...flow, flow_name: 'fitting' })),
  'a flow by its JSON': marketing(
    body('Book your fitting here.'),
    buttons({ ...flow, icon: 'document', flow_json: '{"version":"7.3","screens":[]}' }),
  ),
  'a call on WhatsApp': utility(
    body('We missed your call. Reach us here.'),
    buttons({ type: 'VOICE_CALL', text: 'Call now', ttl_minutes: 1440 }),
  ),
  'a permission to call': utility(body('May we call you about your order?'), {
    type: 'call_permission_request',
  }),
  'an order to pay': utility(
    body('Your order is ready to be paid.'),
    buttons({ type: 'ORDER_DETAILS', text: 'Review and Pay' }),
  ),
  'a wish for the phone number': utility(
    body('Share your phone number, so that the courier can call.'),
    buttons({ type: 'REQUEST_CONTACT_INFO' }),
  ),
  'a code to copy': { ...code({ otp_type: 'COPY_CODE', text: 'Copy Code' }), message_send_ttl_seconds: 60 },
  'a code for one app': code({ otp_type: 'one_tap', text: 'Copy', autofill_text: 'Autofill', ...app }),
  'a code for several apps': code({ otp_type: 'ONE_TAP', supported_apps: [app, app] }),
  'a code that fills itself in': code({
    otp_type: 'ZERO_TAP',
    zero_tap_terms_accepted: true,
    supported_apps: [app],
  }),
  'a life of half a day': {
    ...utility(body('Your table is free for an hour.')),
    message_send_ttl_seconds: 43_200,
  },
  'a life of thirty days': { ...marketing(body('The new season is here.')), message_send_ttl_seconds: -1 },
}
