package dev.vouch.app.accountfile;

import java.util.List;

/**
 * What would follow from a file.
 *
 * @param unknown headings that mean nothing to us, whose columns are left out
 * @param changes what to write, none of which is as it stands now
 * @param lines what each change comes to, in words
 * @param made how many of the changes make something new
 * @param same how many rows say what stands already
 * @param faults of the rows that cannot be taken, by line
 */
public record Plan<R>(
    List<String> unknown,
    List<R> changes,
    List<String> lines,
    long made,
    long same,
    List<Fault> faults) {

  /** How many rows cannot be taken; there may be several faults in one. */
  public long bad() {
    return faults.stream().mapToLong(Fault::line).distinct().count();
  }
}
