// Makes the sample files of this folder anew: `node make.mjs`. Needs ffmpeg, which nothing else here does.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const to = (name) => join(import.meta.dirname, name)
const ffmpeg = (...rest) => execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...rest])

/** Three ranges of hills under an evening sky with a sun; `move` shifts the hills by so many pixels a second. */
function hills(move) {
  const range = (height, wave, shift) =>
    `gt(Y\\,H*${height}-H*0.07*sin((X+${move}*T*${shift})*6.28/(W*${wave}))-H*0.03*sin((X+${move}*T*${shift})*22/W))`
  const [near, middle, far] = [range(0.85, 0.9, 3), range(0.7, 0.7, 2), range(0.56, 1.1, 1)]
  const sun = 'lt(hypot(X-W*0.7\\,Y-H*0.3)\\,H*0.09)'
  const colour = (a, b, c, d, sky) =>
    `if(${near}\\,${a}\\,if(${middle}\\,${b}\\,if(${far}\\,${c}\\,if(${sun}\\,${d}\\,${sky}))))`
  return `geq=r='${colour(18, 46, 104, 255, '240-40*Y/H')}':g='${colour(58, 108, 152, 236, '196-30*Y/H')}':b='${colour(52, 92, 142, 190, '150+60*Y/H')}'`
}

/** A face on a round sticker with a white rim; `nod` moves its eyes and mouth. */
function face(nod) {
  const within = (x, y, radius) => `lt(hypot(X-${x}\\,Y-(${y}))\\,${radius})`
  const y = (at) => `${at}+${nod}`
  const dark = `(${within(190, y(210), 26)}+${within(322, y(210), 26)}+${within(256, y(270), 118)}*gt(Y\\,${y(300)}))`
  const part = (rim, ink, skin) =>
    `if(${within(256, 256, 215)}\\,if(gt(${dark}\\,0)\\,${ink}\\,${skin})\\,${rim})`
  return `format=rgba,geq=r='${part(255, 61, 250)}':g='${part(255, 43, 202)}':b='${part(255, 31, '90-20*Y/H')}':a='if(${within(256, 256, 246)}\\,255\\,0)'`
}

const SPEECH =
  "aevalsrc='0.25*(0.3+abs(sin(2*PI*1.7*t)))*(sin(2*PI*(140+30*sin(2*PI*0.6*t))*t)+0.5*sin(2*PI*(620+180*sin(2*PI*2.3*t))*t)+0.25*sin(2*PI*1850*t))*gt(sin(2*PI*1.1*t)\\,-0.55)':s=48000:d=4"

ffmpeg('-f', 'lavfi', '-i', `color=s=1280x960,${hills(0)}`, '-frames:v', '1', '-q:v', '5', to('photo.jpg'))
ffmpeg(
  ...['-f', 'lavfi', '-i', `color=s=480x360:r=15:d=3,${hills(25)}`],
  ...['-f', 'lavfi', '-i', 'sine=f=330:d=3:sample_rate=44100', '-af', 'volume=0.2', '-shortest'],
  ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-crf', '30', '-c:a', 'aac', '-b:a', '32k'],
  ...['-movflags', '+faststart', to('video.mp4')],
)
ffmpeg('-f', 'lavfi', '-i', SPEECH, '-c:a', 'libopus', '-b:a', '16k', '-ac', '1', to('voice.ogg'))
ffmpeg('-f', 'lavfi', '-i', SPEECH, '-c:a', 'aac', '-b:a', '32k', '-ac', '1', to('audio.m4a'))
ffmpeg(
  ...['-f', 'lavfi', '-i', `color=s=512x512,${face('0')}`, '-frames:v', '1'],
  ...['-c:v', 'libwebp', '-q:v', '70', to('sticker.webp')],
)
ffmpeg(
  ...['-f', 'lavfi', '-i', `color=s=512x512:r=8:d=1.5,${face('18*sin(2*PI*T/1.5)')}`],
  ...['-c:v', 'libwebp_anim', '-q:v', '60', '-loop', '0', to('animated-sticker.webp')],
)
