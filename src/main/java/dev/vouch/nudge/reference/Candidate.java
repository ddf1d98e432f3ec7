package dev.vouch.nudge.reference;

import dev.vouch.advocate.Account;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may fit a request, as far as it goes by what is known of them.
 *
 * @param account they belong to; null where none is known
 * @param language BCP 47 tag; null where none is known
 * @param said what they said that is kept, newest first
 */
public record Candidate(
    String person,
    String name,
    @Nullable Account account,
    @Nullable String language,
    List<Said> said) {

  /** Words of theirs, with when and where they said them. */
  public record Said(String words, Instant at, String permalink) {}

  public Candidate {
    said = List.copyOf(said);
  }

  /** The same with what they said. */
  public Candidate saying(List<Said> words) {
    return new Candidate(person, name, account, language, words);
  }
}
