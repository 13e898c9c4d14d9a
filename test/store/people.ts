/** Ids as Discord gives them. */
export const LISBON = '1100000000000000001';
export const OSLO = '1100000000000000002';
export const ANA = '2200000000000000001';
export const BEN = '2200000000000000002';
