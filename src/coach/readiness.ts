/** Raised whenever the wording of the readiness questions changes: then they are to be confirmed anew. */
export const READINESS_VERSION = 1;
