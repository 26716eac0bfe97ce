// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and times as people read them.

const numbers = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const shortClock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];

export function count(number) {
  return numbers.format(number);
}

export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export function bytes(number) {
  if (!number) return '';
  let unit = 0;
  let value = number;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit && value < 99.5 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** Of an ISO time: "14:02" today, "25 Nov" before. */
export function moment(iso) {
  if (!iso) return '';
  const time = new Date(iso);
  return time.toDateString() === new Date().toDateString() ? shortClock.format(time) : day.format(time);
}

export function timeOfDay(iso) {
  return iso ? clock.format(new Date(iso)) : '';
}

export function fullTime(iso) {
  return iso ? full.format(new Date(iso)) : '';
}

/** "0.8 s", "12 s", "3:07", "1:02:03" */
export function duration(milliseconds) {
  if (!(milliseconds >= 0)) return '';
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export function between(from, to) {
  return from ? new Date(to || Date.now()) - new Date(from) : NaN;
}

/** "just now", "40 s ago", "5 min ago" */
export function ago(iso) {
  const seconds = Math.max(0, Math.round(between(iso) / 1000));
  if (seconds < 5) return 'just now';
  if (seconds < 90) return `${seconds} s ago`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min ago`;
  return `${Math.round(seconds / 3600)} h ago`;
}

export function percent(job) {
  return Math.max(0, Math.min(100, Math.floor(job.progress || 0)));
}

/** Of a source or target; an uploaded image lies below its upload's id. */
export function placeOf(place) {
  return place?.bucket || place?.upload || place?.path || '';
}

export function nameOf(job) {
  const path = placeOf(job.source) || job.id;
  return path.split('/').filter(Boolean).pop() || path;
}

export function folderOf(job) {
  const path = placeOf(job.source);
  return job.source?.upload ? 'uploaded' : path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
