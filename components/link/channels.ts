/**
 * How long a link may be, in characters, to come through whole.
 *
 * Sources: `qr`: ISO/IEC 18004, a code of version 25 at level L holds 1,273 bytes; larger ones (to 2,953) need a good camera.
 * `mail`: RFC 5322, 2.1.1, the longest line. `discord`: its API's documentation, message content. `wecom`: developer
 * documentation of 企业微信, text messages (path/90236). `slack`: its API, chat.postMessage; above, messages are cut sooner
 * or later. `telegram`: Bot API, sendMessage; WhatsApp's is the same. `address`: what Firefox shows of an address; Chromium
 * takes 2,097,152 (kMaxURLChars).
 */
export const channels = {
  qr: { limit: 1_273, source: "ISO/IEC 18004" },
  mail: { limit: 998, source: "RFC 5322" },
  discord: { limit: 2_000, source: "Discord API" },
  wecom: { limit: 2_048, source: "WeCom API" },
  slack: { limit: 4_000, source: "Slack API" },
  telegram: { limit: 4_096, source: "Telegram API" },
  address: { limit: 65_536, source: "Firefox" },
} as const satisfies { [name: string]: { limit: number; source: string } };
export type Channel = keyof typeof channels;
