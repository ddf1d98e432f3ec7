package dev.vouch.pipeline;

import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the ids of one workspace stand for, as Slack tells it. Answers may be an hour old.
 *
 * <p>Every method throws {@link Unreachable} when Slack cannot be asked just now; the caller tries
 * again later. Thread-safe.
 */
public interface Directory {

  /** The workspace that Vouch is installed in. */
  Home home();

  /** Who a person is; empty if Slack knows nobody of that id. */
  Optional<Author> author(String person);

  /** A channel; empty if Vouch cannot see it. */
  Optional<Channel> channel(String id);

  /**
   * Somebody outside the company who is in a channel of ours, as guests are; empty if none of its
   * first 200 members is.
   */
  default Optional<Author> outsiderIn(String channel) {
    return Optional.empty();
  }

  /** The name of a connected workspace; empty if Slack does not tell. */
  Optional<String> teamName(String team);

  /**
   * Until when a person does not want to be disturbed; empty where they do not mind, or Slack
   * fails.
   */
  default Optional<Instant> quietUntil(String person, Instant now) {
    return Optional.empty();
  }

  /**
   * The locale that a person has chosen in Slack, as in {@code pt-BR}; empty where it is unknown.
   */
  default Optional<String> locale(String person) {
    return Optional.empty();
  }

  /** Forgets what it remembers of a person or channel, because Slack said that it changed. */
  void changed(String id);

  /** Whether Slack knows a person who has not been deactivated. */
  default boolean isActive(String person) {
    return author(person).isPresent();
  }

  /** The name of a person, or the id where Slack does not tell. */
  default String name(String person) {
    return author(person).map(Author::name).orElse(person);
  }

  /** The time zone of a person, or UTC where Slack does not tell. */
  default ZoneId zone(String person) {
    String zone = author(person).map(Author::zone).orElse(null);
    return zone != null && ZoneId.getAvailableZoneIds().contains(zone)
        ? ZoneId.of(zone)
        : ZoneId.of("UTC");
  }

  /**
   * Our own workspace.
   *
   * @param url its address with a slash at the end, for permalinks
   * @param self Slack id of Vouch itself
   */
  record Home(String team, String name, String url, String self) {

    /** Where a message can be read. */
    public String permalink(MentionId id, @Nullable String threadTs) {
      String link = url + "archives/" + id.channel() + "/p" + id.ts().replace(".", "");
      boolean inThread = threadTs != null && !threadTs.equals(id.ts());
      return inThread ? link + "?thread_ts=" + threadTs + "&cid=" + id.channel() : link;
    }
  }

  /**
   * A channel.
   *
   * @param external people of other companies can see it
   */
  record Channel(String id, String name, boolean external, boolean direct) {}

  /** Slack cannot be asked just now. */
  class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Not before then; null where Slack did not say. */
    private final transient @Nullable Instant retryAt;

    public Unreachable(String message, @Nullable Throwable cause, @Nullable Instant retryAt) {
      super(message, cause);
      this.retryAt = retryAt;
    }

    public Optional<Instant> retryAt() {
      return Optional.ofNullable(retryAt);
    }
  }

  /** Slack takes our token no more: nothing works until somebody installs Vouch again. */
  final class TokenRefused extends Unreachable {
    private static final long serialVersionUID = 1;

    public TokenRefused(String message) {
      super(message, null, null);
    }
  }
}
