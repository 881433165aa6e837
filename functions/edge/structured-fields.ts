// Dictionaries of structured fields (RFC 9651 §3.2), read strictly: what RFC 9421 and RFC 9530 put into headers.

/** A token (RFC 9651 §3.3.4), which is no string. */
export interface Token {
  readonly token: string;
}

export type Bare = string | number | boolean | Uint8Array | Token;
/** In the order in which they stand, each name once. */
export type Parameters = ReadonlyMap<string, Bare>;

export interface Item {
  readonly value: Bare;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly items: readonly Item[];
  readonly parameters: Parameters;
}

export type Dictionary = ReadonlyMap<string, Item | InnerList>;

/** Characters of a field. */
const MOST_CHARACTERS = 16 * 1024;

/**
 * Reads the value of a field as a dictionary; undefined where it is none. Stricter than the RFC in three ways: a name
 * that stands twice is an error, numbers and base64 have one spelling each, and dates are not read.
 */
export function readDictionary(text: string): Dictionary | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const members = new Map<string, Item | InnerList>();
  const cursor: Cursor = { text: text.replace(/^ +| +$/g, ""), at: 0 };
  do {
    const name = take(cursor, NAME);
    if (name === undefined || members.has(name)) return undefined;
    const member = take(cursor, EQUALS) === undefined ? flag(cursor) : readMember(cursor);
    if (!member) return undefined;
    members.set(name, member);
  } while (take(cursor, COMMA) !== undefined);
  return cursor.at === cursor.text.length ? members : undefined;
}

/** A string as it stands in a field (RFC 9651 §4.1.6); for printable ASCII only. */
export const writeString = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** A byte sequence as it stands in a field (RFC 9651 §4.1.8). */
export const writeBytes = (bytes: Uint8Array) => `:${btoa(String.fromCharCode(...bytes))}:`;

interface Cursor {
  readonly text: string;
  at: number;
}

const NAME = /[a-z*][a-z0-9_.*-]*/y;
const EQUALS = /=/y;
const COMMA = /[ \t]*,[ \t]*/y;
const [OPEN, CLOSE] = [/\( */y, / *\)/y];
const SPACES = / +/y;
const SEMICOLON = /; */y;
const NUMBER = /-?(?:\d{1,12}\.\d{1,3}|\d{1,15})(?![\d.])/y;
const STRING = /"(?:[ !#-[\]-~]|\\["\\])*"/y;
const BYTES = /:[A-Za-z0-9+/]*={0,2}:/y;
const BOOLEAN = /\?[01]/y;
const TOKEN = /[A-Za-z*][\w!#$%&'*+.^`|~:/-]*/y;

/** The text that matches here, behind which the cursor then stands. */
function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

function flag(cursor: Cursor): Item | undefined {
  const parameters = readParameters(cursor);
  return parameters && { value: true, parameters };
}

function readMember(cursor: Cursor): Item | InnerList | undefined {
  if (take(cursor, OPEN) === undefined) return readItem(cursor);
  const items: Item[] = [];
  while (take(cursor, CLOSE) === undefined) {
    if (items.length > 0 && take(cursor, SPACES) === undefined) return undefined;
    const item = readItem(cursor);
    if (!item) return undefined;
    items.push(item);
  }
  const parameters = readParameters(cursor);
  return parameters && { items, parameters };
}

function readItem(cursor: Cursor): Item | undefined {
  const value = readBare(cursor);
  const parameters = value === undefined ? undefined : readParameters(cursor);
  return value === undefined || !parameters ? undefined : { value, parameters };
}

function readParameters(cursor: Cursor): Parameters | undefined {
  const parameters = new Map<string, Bare>();
  while (take(cursor, SEMICOLON) !== undefined) {
    const name = take(cursor, NAME);
    if (name === undefined || parameters.has(name)) return undefined;
    const value = take(cursor, EQUALS) === undefined ? true : readBare(cursor);
    if (value === undefined) return undefined;
    parameters.set(name, value);
  }
  return parameters;
}

function readBare(cursor: Cursor): Bare | undefined {
  const number = take(cursor, NUMBER);
  if (number !== undefined) return String(Number(number)) === number ? Number(number) : undefined;
  const string = take(cursor, STRING);
  if (string !== undefined) return string.slice(1, -1).replace(/\\(.)/g, "$1");
  const bytes = take(cursor, BYTES);
  if (bytes !== undefined) return bytesOf(bytes.slice(1, -1));
  const boolean = take(cursor, BOOLEAN);
  if (boolean !== undefined) return boolean === "?1";
  const token = take(cursor, TOKEN);
  return token === undefined ? undefined : { token };
}

function bytesOf(base64: string): Uint8Array | undefined {
  if (base64.length % 4 !== 0) return undefined;
  const binary = atob(base64);
  return btoa(binary) === base64
    ? Uint8Array.from(binary, (character) => character.charCodeAt(0))
    : undefined;
}
