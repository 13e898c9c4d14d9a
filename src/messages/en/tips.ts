import type { TipTopic } from '../../coach/content.ts';

export const tips = {
  topics: {
    nutrition: 'Food and drink',
    lifestyle: 'Sleep, stress and movement',
    mistake: 'Common mistakes',
    reason: 'Why train the back',
    recovery: 'Rest and recovery',
  } satisfies Record<TipTopic, string>,
  place: (topic: string, number: number, all: number) => `-# ${topic} · ${number} of ${all}`,
  title: (title: string) => `## ${title}`,
  correction: (correction: string) => `**Where this plan departs from its source:** ${correction}`,
  anotherButton: 'Another',
  none: 'There is no tip about that here. `/tip` without a topic shows those that there are.',
};

/**
 * What a member can notice, and what to do; never what it may be. Figures for water: EFSA 2010 (total water, adults)
 * and at most about 1.4 L an hour. When back pain needs a doctor: as the NHS advises.
 */
export const safety = {
  title: '## Train safely',
  stop: [
    '**Stop at once and get help** if you notice any of these:',
    '- pressure or pain in the chest, jaw or arm',
    '- fainting, or feeling close to it',
    '- severe breathlessness',
    '- a cold sweat',
    '- an irregular heartbeat',
    '- new weakness or numbness',
    'Call your local emergency number unless it passes at once, and tell a doctor even if it does.',
  ].join('\n'),
  emergency: [
    '**With back pain, these are an emergency.** Get help now, at any hour:',
    '- numbness around the saddle: between the legs, or around the buttocks',
    '- a new change of bladder or bowel: unable to go, or to hold it',
    '- weakness in a leg or in both',
  ].join('\n'),
  doctor: [
    '**See a doctor before you start, or before you go on,** with heart disease or high blood pressure, chest pain, dizziness or fainting in the past 12 months, another long-term condition or medication for one, a bone, joint or soft-tissue problem, advice to train only under supervision, pregnancy, or an illness in the past weeks. The gentle level is a good place to begin.',
    '**See one about back pain** that is severe, gets worse, is worse at night, comes with a fever or after a fall, or has not eased within a few weeks.',
  ].join('\n'),
  hurts:
    '**When a move hurts,** skip it today. `/move` shows an easier way and what can stand in for it. Muscles that are sore a day or two later are normal.',
  water: [
    '**Water:** drink to thirst. As a guide, 2.0 L a day for women and 2.5 L for men from food and drink together, of which food gives 20–30%.',
    'Never more than about 1.4 L in an hour: too much at once is dangerous as well.',
  ].join(' '),
  noDiagnosis:
    '-# I am a training plan and no doctor: I cannot tell what a symptom means, and I neither ask for nor keep any.',
};
