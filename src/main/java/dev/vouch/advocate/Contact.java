package dev.vouch.advocate;

import dev.vouch.mention.Intent;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person outside the company whom we have heard: an advocate once there is an act.
 *
 * @param link how the person came to belong to an account, or null while they belong to none
 * @param mentions how many of their messages stand under each intent now
 * @param acts how many acts of advocacy stand now
 */
public record Contact(
    String id,
    String name,
    @Nullable AccountLink link,
    Map<Intent, Integer> mentions,
    Reach reach,
    int acts,
    @Nullable Instant firstHeard,
    @Nullable Instant lastHeard) {

  public Contact {
    EnumMap<Intent, Integer> counts = new EnumMap<>(Intent.class);
    counts.putAll(mentions);
    mentions = Collections.unmodifiableMap(counts);
  }

  /** Whether this person has actually advocated. */
  public boolean isAdvocate() {
    return acts > 0;
  }

  /** The account this person belongs to. */
  public Optional<String> account() {
    return Optional.ofNullable(link).map(AccountLink::account);
  }
}
