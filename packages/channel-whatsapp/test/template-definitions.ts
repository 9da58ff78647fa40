type Json = Record<string, unknown>
export interface WireExample {
  what: string
  wire: Json
}

const TYPES: Record<string, string> = { IMAGE: 'image/jpeg', VIDEO: 'video/mp4', DOCUMENT: 'application/pdf' }
const handle = (format: string) => `4::${btoa(TYPES[format]!)}:ARaOwn_example:e:1893456000:100:200:ARbOwn`
/** The handles of samples as they stand in the examples; nobody uploaded them. */
export const SAMPLES = { image: handle('IMAGE'), video: handle('VIDEO'), document: handle('DOCUMENT') }
const template = (name: string, category: string, components: Json[], more: Json = {}): Json => ({
  name,
  language: 'en_US',
  category,
  components,
  ...more,
})
const body = (text: string, ...examples: string[]): Json => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
})
const media = (format: string, handles = handle(format)): Json => ({
  type: 'HEADER',
  format,
  example: { header_handle: [handles] },
})
const buttons = (...list: Json[]): Json => ({ type: 'BUTTONS', buttons: list })
const stop: Json = { type: 'FOOTER', text: 'Reply STOP to hear no more from us' }
const news = body('There is news from our workshop that we would like to share with you.')
const code = (button: Json, expiry = 10): Json[] => [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: expiry },
  buttons({ type: 'OTP', ...button }),
]
const app = { package_name: 'com.acme.outdoor', signature_hash: 'K8a/AINcGX7' }
const card = (header: Json, text: string | null, ...list: Json[]): Json => ({
  components: [header, ...(text ? [{ type: 'BODY', text }] : []), buttons(...list)],
})
const link = (text: string): Json => ({ type: 'URL', text, url: 'https://shop.example/tents' })

/** One of every form that Meta documents, with texts of our own: schema, lint and simulator take them all. */
export const ACCEPTED: WireExample[] = [
  {
    what: 'a document, a phone number and two links',
    wire: template('order_receipt', 'UTILITY', [
      media('DOCUMENT'),
      body('Thank you, {{1}}. The receipt for your order {{2}} is attached above.', 'Anna', '10482'),
      buttons(
        { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '48601234567' },
        { type: 'URL', text: 'Track it', url: 'https://shop.example/t/{{1}}', example: ['10482'] },
        link('Visit the shop'),
      ),
    ]),
  },
  {
    what: 'a header with a variable, a footer and quick replies',
    wire: template('autumn_news', 'MARKETING', [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Our {{1}} is here',
        example: { header_text: ['autumn range'] },
      },
      body('Shop until {{1}} with the code {{2}} and pay less for all warm things.', '30 November', 'WARM25'),
      { type: 'FOOTER', text: 'Tap below to hear less from us' },
      buttons(
        { type: 'QUICK_REPLY', text: 'Stop promotions' },
        { type: 'QUICK_REPLY', text: 'Tell me more' },
      ),
    ]),
  },
  {
    what: 'several handles in one, as in an example of Meta’s',
    wire: template('weekend_trip', 'MARKETING', [
      media('IMAGE', `${handle('IMAGE')}\n${handle('IMAGE')}`),
      news,
      stop,
    ]),
  },
  { what: 'a video', wire: template('tent_video', 'MARKETING', [media('VIDEO'), news, stop]) },
  {
    what: 'a place in the header',
    wire: template('parcel_waiting', 'UTILITY', [
      { type: 'HEADER', format: 'LOCATION' },
      body('Good news, {{1}}: your parcel {{2}} waits for you at the place above.', 'Anna', 'PX-77'),
    ]),
  },
  {
    what: 'named variables',
    wire: template(
      'order_shipped',
      'UTILITY',
      [
        {
          type: 'HEADER',
          format: 'TEXT',
          text: 'On its way, {{first_name}}',
          example: { header_text_named_params: [{ param_name: 'first_name', example: 'Anna' }] },
        },
        {
          type: 'BODY',
          text: 'We handed the order {{order_number}} over to {{carrier}} this morning.',
          example: {
            body_text_named_params: [
              { param_name: 'order_number', example: '10482' },
              { param_name: 'carrier', example: 'DHL' },
            ],
          },
        },
      ],
      { parameter_format: 'NAMED', message_send_ttl_seconds: 3600 },
    ),
  },
  {
    what: 'everything in small letters',
    wire: template(
      'small_letters',
      'marketing',
      [
        { type: 'header', format: 'image', example: { header_handle: [handle('IMAGE')] } },
        { ...news, type: 'body' },
        { type: 'buttons', buttons: [{ type: 'quick_reply', text: 'Stop' }] },
      ],
      { parameter_format: 'positional' },
    ),
  },
  {
    what: 'a code to copy',
    wire: template('login_code', 'AUTHENTICATION', code({ otp_type: 'COPY_CODE', text: 'Copy code' })),
  },
  {
    what: 'a code that an app fills in at a tap',
    wire: template(
      'app_code',
      'AUTHENTICATION',
      code({ otp_type: 'ONE_TAP', text: 'Copy code', autofill_text: 'Autofill', supported_apps: [app] }),
      { message_send_ttl_seconds: 60 },
    ),
  },
  {
    what: 'an app named on the button itself, as in an example of Meta’s',
    wire: template(
      'older_app_code',
      'AUTHENTICATION',
      code({ otp_type: 'ONE_TAP', text: 'Copy code', ...app }),
    ),
  },
  {
    what: 'a code that an app fills in by itself',
    wire: template(
      'silent_code',
      'AUTHENTICATION',
      code({ otp_type: 'ZERO_TAP', supported_apps: [app], zero_tap_terms_accepted: true }),
    ),
  },
  {
    what: 'a limited-time offer',
    wire: template('tent_offer', 'MARKETING', [
      media('IMAGE'),
      { type: 'limited_time_offer', limited_time_offer: { text: 'Ends soon', has_expiration: true } },
      body('Good morning {{1}}, tents cost less this week. Reply STOP to hear no more.', 'Anna'),
      buttons({ type: 'COPY_CODE', example: 'TENT25' }, link('See the tents')),
    ]),
  },
  {
    what: 'a code to copy with its example in a list',
    wire: template('coupon', 'MARKETING', [news, stop, buttons({ type: 'COPY_CODE', example: ['TENT25'] })]),
  },
  {
    what: 'a carousel of pictures',
    wire: template('tents', 'MARKETING', [
      body('Three tents for the season, picked for you by our team. Reply STOP to end this.'),
      {
        type: 'CAROUSEL',
        cards: ['Light and small', 'Warm and dry', 'Big and easy'].map((text) =>
          card(media('IMAGE'), text, link('Look at it'), { type: 'QUICK_REPLY', text: 'Ask us' }),
        ),
      },
    ]),
  },
  {
    what: 'a carousel of products',
    wire: template('more_tents', 'MARKETING', [
      body('These go well with your last order. Write stop when you want no more of this.'),
      {
        type: 'CAROUSEL',
        cards: [1, 2].map(() =>
          card({ type: 'HEADER', format: 'PRODUCT' }, null, { type: 'SPM', text: 'View' }),
        ),
      },
    ]),
  },
  ...[
    { flow_id: '1034567890', flow_action: 'navigate', navigate_screen: 'WELCOME', icon: 'REVIEW' },
    { flow_name: 'ask_for_opinion', flow_action: 'data_exchange' },
    { flow_json: '{"version":"7.3","screens":[]}', navigate_screen: 'WELCOME' },
  ].map((flow) => ({
    what: `a flow by its ${Object.keys(flow)[0]}`,
    wire: template('opinion', 'MARKETING', [news, stop, buttons({ type: 'FLOW', text: 'Tell us', ...flow })]),
  })),
  ...['CATALOG', 'MPM'].map((type) => ({
    what: `the button ${type}`,
    wire: template('our_range', 'MARKETING', [news, stop, buttons({ type, text: 'View items' })]),
  })),
  {
    what: 'one product',
    wire: template('one_tent', 'MARKETING', [
      { type: 'HEADER', format: 'PRODUCT' },
      news,
      stop,
      buttons({ type: 'SPM', text: 'View' }),
    ]),
  },
  {
    what: 'a call over WhatsApp',
    wire: template('call_us', 'UTILITY', [
      body('We tried to reach you about your delivery. Call us whenever it suits you.'),
      buttons({ type: 'VOICE_CALL', text: 'Call now', ttl_minutes: 1440 }),
    ]),
  },
  {
    what: 'an order to be paid',
    wire: template('please_pay', 'UTILITY', [
      body('Your order {{1}} is packed and can leave as soon as it is paid.', '10482'),
      buttons({ type: 'ORDER_DETAILS', text: 'Review and pay' }),
    ]),
  },
  {
    what: 'a question for contact details',
    wire: template('your_details', 'UTILITY', [
      body('The courier would like to call you before the delivery. May we have your number?'),
      buttons({ type: 'REQUEST_CONTACT_INFO' }),
    ]),
  },
  {
    what: 'a question for permission to call',
    wire: template('may_we_call', 'UTILITY', [
      body('We would like to call you about the order {{1}} in the next days.', '10482'),
      { type: 'call_permission_request' },
    ]),
  },
]
