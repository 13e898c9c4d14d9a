import { computed } from '@preact/signals';
import { me, now } from '../store.ts';
import { dayOf, type Reader } from './time-words.ts';

/* Who reads, and on which day: each changes only when what it says does, however often the page is told things. */

const zone = computed(() => me.value?.zone ?? 'UTC');
const locale = computed(() => me.value?.locale ?? 'en-US');
export const reader = computed<Reader>(() => ({ zone: zone.value, locale: locale.value }));
/** The reader's day now: `2026-01-05`. */
export const today = computed(() => dayOf(now.value, reader.value));
