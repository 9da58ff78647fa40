/*
 * Files that do something when they are opened: pages and drawings with scripts in them, scripts, programs. They are
 * kept when a customer sends them, but never shown, and never sent.
 */

/** Programs and packages of them, by what their content was found to be. */
const PROGRAM_TYPES = new Set([
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/vnd.ms-cab-compressed',
  'application/vnd.ms-htmlhelp',
  'application/wasm',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-elf',
  'application/x-ft-apple.alias',
  'application/x-google-chrome-extension',
  'application/x-mach-binary',
  'application/x-ms-regedit',
  'application/x-ms-shortcut',
  'application/x-msdownload',
  'application/x-msi',
  'application/x-rpm',
  'application/x-shockwave-flash',
  'application/x-xpinstall',
])

/** Words of a program look like any other text, so here the name tells what a double click does with them. */
const SCRIPT_EXTENSIONS = new Map([
  ...['html', 'htm', 'shtml', 'hta', 'mht', 'mhtml'].map((one) => [one, 'text/html'] as const),
  ...['xhtml', 'xht'].map((one) => [one, 'application/xhtml+xml'] as const),
  ...['svg', 'svgz'].map((one) => [one, 'image/svg+xml'] as const),
  ...['js', 'mjs', 'cjs', 'jse'].map((one) => [one, 'text/javascript'] as const),
  ...[
    'bat',
    'cmd',
    'com',
    'inf',
    'lnk',
    'ps1',
    'psm1',
    'reg',
    'scf',
    'url',
    'vb',
    'vbe',
    'vbs',
    'wsf',
    'wsh',
  ].map((one) => [one, 'application/x-bat'] as const),
  ...['sh', 'bash', 'zsh', 'command', 'desktop', 'py', 'pl', 'rb', 'php'].map(
    (one) => [one, 'text/x-shellscript'] as const,
  ),
])

/** Extensions that a system runs; a file whose content nobody knows must not carry one. */
const PROGRAM_EXTENSIONS = new Set([
  'apk',
  'app',
  'cpl',
  'dll',
  'dmg',
  'exe',
  'jar',
  'msi',
  'msp',
  'pif',
  'scr',
])

const SCRIPT_TYPES = new Set<string>(SCRIPT_EXTENSIONS.values())

export function isProgram(mimeType: string): boolean {
  return PROGRAM_TYPES.has(mimeType)
}

/** Of what a file was found to be. */
export function isActiveType(mimeType: string): boolean {
  return PROGRAM_TYPES.has(mimeType) || SCRIPT_TYPES.has(mimeType)
}

export function isRunnableExtension(extension: string): boolean {
  return SCRIPT_EXTENSIONS.has(extension) || PROGRAM_EXTENSIONS.has(extension)
}

/** So far into a text its first elements are looked for; whatever hides behind more is served as mere text. */
const LOOK_CHARACTERS = 1024 * 1024

const SVG = /<(?:[\w.-]+:)?svg[\s/>]|http:\/\/www\.w3\.org\/2000\/svg/i
/** Marks of pages, in any XML; a stylesheet makes a page of whatever it is named in. */
const PAGE =
  /<\?xml-stylesheet\s|<!doctype\s+html|http:\/\/www\.w3\.org\/1999\/xhtml|<(?:[\w.-]+:)?(?:html|head|body|script|iframe|object|embed|style|title|link|base|form|a|img|div|table|p|br|h1|font|b)[\s/>]/i

/**
 * The type of a text that a browser or a shell would act on; null for words alone.
 *
 * @param extension as the name says it, lower case; null where there is none
 */
export function activeTextType(text: string, extension: string | null): string | null {
  const start = text.slice(0, LOOK_CHARACTERS).trimStart()
  if (start.startsWith('#!')) return 'text/x-shellscript'
  if (start.startsWith('<')) {
    if (SVG.test(start)) return 'image/svg+xml'
    if (PAGE.test(start)) return 'text/html'
  }
  return (extension && SCRIPT_EXTENSIONS.get(extension)) ?? null
}
