import type { Thrown } from './protocol.ts';

/** What was thrown, in plain data. Never throws itself: it may be a proxy, or an error whose parts throw. */
export function describeThrown(value: unknown): Thrown {
  try {
    if (value instanceof Error || (typeof value === 'object' && value !== null && typeof (value as { stack?: unknown }).stack === 'string')) {
      const { name, message, stack, code } = value as { name?: unknown; message?: unknown; stack?: unknown; code?: unknown };
      return { name: textOf(name, 'Error'), message: textOf(message, ''), stack: textOf(stack, ''), ...(typeof code === 'string' ? { code } : {}) };
    }
    return { name: '', message: short(show(value)), stack: '' };
  } catch {
    return { name: '', message: 'a value that cannot be shown', stack: '' };
  }
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? short(value) : otherwise;
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value) ?? 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

const MOST = 20_000;
