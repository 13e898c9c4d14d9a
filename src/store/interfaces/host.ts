import type { Instant } from '../../coach/day.ts';

/** What the host did, for the host and the admin; nothing of anybody's. */
export interface HostNotes {
  /** The last backup, of the day or asked for, and the failure since, if there was one. `file` is without its folder. */
  backup(): Promise<{ readonly made?: BackupMade; readonly failed?: BackupFailed }>;
  backedUp(made: BackupMade): Promise<void>;
  backupFailed(failed: BackupFailed): Promise<void>;
  /** Writes, and keeps nothing but when. @throws StoreError when the database cannot be written */
  proveWritable(now: Instant): Promise<void>;
  /** Everybody whose enrolment stands, in all servers. */
  countEnrolled(): Promise<number>;
}

export interface BackupMade {
  readonly at: Instant;
  readonly file: string;
  readonly bytes: number;
}

export interface BackupFailed {
  readonly at: Instant;
  /** One line for the host; no secret is in it. */
  readonly why: string;
}
