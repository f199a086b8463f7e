/** One thing that somebody may type, or a program may send, to do harm. */
export type HostileInput = { readonly kind: string; readonly text: string }

const TAGS = ['script', 'img src=x', 'svg', 'body', 'iframe', 'details open', 'input autofocus', 'video', 'math', 'a']
const EVENTS = ['onload', 'onerror', 'onfocus', 'ontoggle', 'onmouseover']
const QUOTES = ["'", '"', "')", '"))', "'--", "';", "\\'"]
const SQL = [
  ' or 1=1',
  ' union select null,null--',
  '; drop table plan--',
  ' and pg_sleep(5)--',
  "||(select current_user)||'",
]
const TEMPLATES = [
  '{{7*7}}',
  '$' + '{7*7}',
  '<%= 7*7 %>',
  '#{7*7}',
  '*{7*7}',
  '{{constructor.constructor("alert(1)")()}}',
  '@(7*7)',
]
const PATHS = [
  '../',
  '..\\',
  '....//',
  '%2e%2e%2f',
  '..%252f',
  '/etc/passwd',
  'C:\\windows\\win.ini',
  'file:///etc/passwd',
  '\\\\evil\\share',
]
const FORMULAS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '=cmd|',
  '=HYPERLINK("http://evil.example")',
  '=IMPORTXML("http://evil.example","//a")',
]
const NUMBERS = [
  '-1',
  '0',
  '1e309',
  '-0',
  'Infinity',
  '9007199254740993',
  '2147483648',
  '-2147483649',
  '99999999999999999999',
  '0x10',
  '1.7976931348623157e309',
  '01',
  '1_000',
  '٣',
]
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
  'length',
  'null',
  'true',
  '[object Object]'.slice(0, 7),
]
const DAYS = [
  '0000-00-00',
  '2014-02-30',
  '9999-12-31',
  '-000001-01-01',
  '+275760-09-13',
  '2014-13-01',
  '2014-1-1',
  'today',
  '2014-02-29T25:00Z',
]
const UNICODE = [
  '\u202egnp.exe',
  '\u2066a\u2069',
  '\u0000',
  'a\u0000b',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udfff\ud800',
  '\u0301'.repeat(200),
  '\u200b',
  'ﷺ'.repeat(50),
  'İıſK',
  '\u{1F468}\u200d\u{1F469}',
  '\u0085\u2028\u2029',
  '＜script＞alert(1)＜/script＞',
]
const LINES = [
  '\r\nSet-Cookie: injected=1',
  '\r\nX-Injected: 1',
  '\n\n<h1>injected</h1>',
  '%0d%0aX-Injected:%201',
  '\u560a\u560dX-Injected: 1',
  '\r\n\r\nHTTP/1.1 200 OK',
]
const ADDRESSES = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '/%09/evil.example',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]:5432/',
]
const XML = [
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>',
  '<?xml version="1.0"?><?xml-stylesheet href="http://evil.example"?>',
  ']]>',
  '<![CDATA[x]]>',
]
const SHELL = ['; id', '| id', '`id`', '$(id)', '&& id', '\n id']
const SIZES = [200, 2000, 5000].flatMap((count) => ['a', '<', "'", '🏠'].map((letter) => letter.repeat(count)))
const DEPTHS = [
  '['.repeat(3000),
  '{"a":'.repeat(1000),
  '('.repeat(3000),
  '<b>'.repeat(1000),
  '{"__proto__":{"isManager":true}}',
  '{"$ne":null}',
  '{"kind":"manager","roles":["manager"]}',
]
const REGEXES = [
  '(a+)+$',
  '.*'.repeat(50),
  '[',
  '\\',
  '%',
  '_',
  '%%%',
  `${'a'.repeat(60)}!`,
  'tsquery & | ! ( :*',
  '<-> & !',
]
const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-an-id',
  '{00000000-0000-0000-0000-000000000000}',
]

/** Made from what the classes are made of, so that a class is tried in its combinations and not by one example. */
export const HOSTILE_INPUTS: readonly HostileInput[] = [
  ...kind(
    'script',
    TAGS.flatMap((tag) => EVENTS.slice(0, 3).map((event) => `<${tag} ${event}=alert(1)>`)),
  ),
  ...kind('script', [
    '<script>alert(1)</script>',
    '</title><script>alert(1)</script>',
    '</textarea><script>alert(1)</script>',
    '--><script>alert(1)</script>',
    "javascript:alert(1)//'",
  ]),
  ...kind(
    'attribute',
    QUOTES.slice(0, 2).flatMap((quote) => EVENTS.map((event) => `${quote} ${event}=alert(1) x=${quote}`)),
  ),
  ...kind(
    'sql',
    QUOTES.flatMap((quote) => SQL.map((rest) => `${quote}${rest}`)),
  ),
  ...kind('template', TEMPLATES),
  ...kind('path', PATHS),
  ...kind('formula', FORMULAS),
  ...kind('number', NUMBERS),
  ...kind('name of the machinery', NAMES),
  ...kind('day', DAYS),
  ...kind('unicode', UNICODE),
  ...kind('line', LINES),
  ...kind('address', ADDRESSES),
  ...kind('xml', XML),
  ...kind('shell', SHELL),
  ...kind('size', SIZES),
  ...kind('depth', DEPTHS),
  ...kind('pattern', REGEXES),
  ...kind('id', IDS),
]

function kind(name: string, texts: readonly string[]): readonly HostileInput[] {
  return texts.map((text) => ({ kind: name, text }))
}
