package dev.vouch.app.accountfile;

import java.io.IOException;

/** A file that is no table of what was asked for: in a sentence, with what to do. */
public final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1;

  UnusableFile(String sentence) {
    super(sentence);
  }
}
