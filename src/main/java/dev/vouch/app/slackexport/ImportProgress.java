package dev.vouch.app.slackexport;

/** Remembers which files of which exports were taken in, so that an import can go on. */
public interface ImportProgress {

  /**
   * @param file names one file of one export: the export's fingerprint, the file's path and size
   */
  boolean done(String file);

  /** Notes that all of a file was taken in. */
  void markDone(String file);
}
