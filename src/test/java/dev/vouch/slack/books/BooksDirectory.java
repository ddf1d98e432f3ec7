package dev.vouch.slack.books;

import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A workspace of a few people and channels; it can be made unreachable. */
public final class BooksDirectory implements Directory {
  private final Map<String, Author> people = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, String> guests = new ConcurrentHashMap<>();
  private final AtomicInteger forgotten = new AtomicInteger();
  private volatile boolean reachable = true;

  /** What happens before it is told who somebody is. */
  public volatile Runnable whileAsked = () -> {};

  public BooksDirectory person(String id, String team, String name, Author.Kind kind) {
    return person(id, team, name, kind, null);
  }

  public BooksDirectory person(
      String id, String team, String name, Author.Kind kind, @Nullable String zone) {
    people.put(id, new Author(id, team, name, kind, null, zone));
    return this;
  }

  public BooksDirectory channel(String id, String name, boolean external) {
    channels.put(id, new Channel(id, name, external, false));
    return this;
  }

  public void reachable(boolean now) {
    reachable = now;
  }

  /** How often somebody asked to have something looked up afresh. */
  public int forgotten() {
    return forgotten.get();
  }

  @Override
  public Home home() {
    return new Home("T0ACME", "Acme", "https://acme.slack.com/", "U0VOUCH");
  }

  @Override
  public Optional<Author> author(String person) {
    whileAsked.run();
    mustBeReachable();
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public Optional<Channel> channel(String id) {
    mustBeReachable();
    return Optional.ofNullable(channels.get(id));
  }

  /** Lets somebody of another company into a channel of ours. */
  public BooksDirectory guest(String channel, String person) {
    guests.put(channel, person);
    return this;
  }

  @Override
  public Optional<Author> outsiderIn(String channel) {
    mustBeReachable();
    return Optional.ofNullable(guests.get(channel)).map(people::get);
  }

  @Override
  public Optional<String> teamName(String team) {
    return Optional.empty();
  }

  @Override
  public void changed(String id) {
    forgotten.incrementAndGet();
  }

  private void mustBeReachable() {
    if (!reachable) {
      throw new Unreachable("users.info: HTTP 503", null, null);
    }
  }
}
