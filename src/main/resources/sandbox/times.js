// Writes instants and days in the acting person's own time zone.
import { me, model } from './model.js';

/** Formats a Date in the acting person's zone; an unknown zone falls back to the browser's. */
export function format(date, options) {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: me().tz, ...options }).format(date);
  } catch {
    return new Intl.DateTimeFormat('en-GB', options).format(date);
  }
}

/** The Date of a Slack ts ("1700000000.000100"). */
export function dateOf(ts) {
  return new Date(Number(ts) * 1000);
}

/** "09:41" */
export function clockTime(date) {
  return format(date, { hour: '2-digit', minute: '2-digit' });
}

/** The place that the acting person's time is named after, for instance "Stockholm". */
export function zoneName() {
  return (me().tz ?? '').split('/').at(-1).replace(/_/g, ' ');
}

/** A key that is the same for all instants of one day. */
export function dayKey(date) {
  return format(date, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** "Today", "Yesterday" or "Tuesday 24 November", seen from the sandbox's clock. */
export function dayName(date) {
  const now = new Date(model.state.now);
  if (dayKey(date) === dayKey(now)) return 'Today';
  if (dayKey(date) === dayKey(new Date(now.getTime() - 86_400_000))) return 'Yesterday';
  return format(date, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The day as it stands within a sentence: "yesterday", "Tuesday 24 November". */
export function dayInSentence(date) {
  const name = dayName(date);
  return name.includes(' ') ? name : name.toLowerCase();
}

/** The full date and time, for titles. */
export function longTime(date) {
  return format(date, { dateStyle: 'full', timeStyle: 'short' });
}

const DATE_TOKENS = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** Fills Slack's date template, as in <!date^1700000000^{date_short} at {time}|fallback>. */
export function fillDate(seconds, template) {
  const date = new Date(seconds * 1000);
  return template.replace(/\{(\w+)\}/g, (whole, token) => {
    if (token === 'ago') return ago(date);
    if (token.endsWith('_pretty') && !dayName(date).includes(' ')) return dayInSentence(date);
    const options = DATE_TOKENS[token.replace('_pretty', '')];
    return options ? format(date, options) : whole;
  });
}

/** "3 hours ago", seen from the sandbox's clock. */
function ago(date) {
  const seconds = (date.getTime() - new Date(model.state.now).getTime()) / 1000;
  const [unit, size] = [['day', 86_400], ['hour', 3600], ['minute', 60]].find(([, one]) => Math.abs(seconds) >= one) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
