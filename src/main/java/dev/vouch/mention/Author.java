package dev.vouch.mention;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message, as far as Slack tells.
 *
 * @param id Slack's user id, or {@code ext-...} for somebody a listening tool quoted
 * @param team the workspace that the person belongs to
 * @param name what people call them; never used as an identity
 * @param email address where Slack shows it (it does not for most external people)
 * @param zone IANA time zone where Slack tells it
 */
public record Author(
    String id, String team, String name, Kind kind, @Nullable String email, @Nullable String zone) {

  /** What an author is to us, which decides whether their words are a mention. */
  public enum Kind {
    /** Our own people: their words are never mentions. */
    STAFF,
    /** People of a customer: guests here, or members of a workspace connected to ours. */
    CUSTOMER,
    /** Programs, which speak for nobody. */
    BOT
  }

  /** The part of the address behind the at sign, in lower case. */
  public Optional<String> emailDomain() {
    return Optional.ofNullable(email)
        .map(address -> address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isBlank());
  }
}
