package dev.vouch.pipeline;

import dev.vouch.mention.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small company: staff, customers of two accounts, and a program. */
public final class TestDirectory implements Directory {
  public static final String HOME = "T0HOME";
  public static final String NORTHWIND = "T0NORTH";

  private final String team;
  private final Map<String, Author> people = new HashMap<>();
  public final List<String> gone = new ArrayList<>();
  public final Map<String, Instant> quiet = new HashMap<>();
  public final Map<String, String> locales = new HashMap<>();

  /** The channels that nobody of another company can see. */
  public final List<String> ours = new ArrayList<>();

  public final List<String> changed = new ArrayList<>();
  public volatile boolean reachable = true;
  public volatile boolean tokenRefused;
  public volatile Runnable whileAsking = () -> {};

  public TestDirectory(String team) {
    this.team = team;
    add(new Author("UREP", team, "Rita", Author.Kind.STAFF, "rita@lumo.example", "Europe/London"));
    add(new Author("UMAN", team, "Mona", Author.Kind.STAFF, "mona@lumo.example", "Europe/London"));
    add(new Author("UEXEC", team, "Theo", Author.Kind.STAFF, null, "America/New_York"));
    add(new Author("UAMARA", NORTHWIND, "Amara", Author.Kind.CUSTOMER, null, "Europe/Paris"));
    add(new Author("UJON", NORTHWIND, "Jon", Author.Kind.CUSTOMER, null, null));
    add(new Author("UPRIYA", team, "Priya", Author.Kind.CUSTOMER, "priya@fairbank.example", null));
    add(new Author("UMAIL", team, "Mel", Author.Kind.CUSTOMER, "mel@gmail.com", null));
    add(new Author("UBOT", team, "A bot", Author.Kind.BOT, null, null));
  }

  public void add(Author author) {
    people.put(author.id(), author);
  }

  @Override
  public Optional<Instant> quietUntil(String person, Instant now) {
    return Optional.ofNullable(quiet.get(person)).filter(until -> until.isAfter(now));
  }

  @Override
  public Optional<String> locale(String person) {
    return Optional.ofNullable(locales.get(person));
  }

  private void ask() {
    whileAsking.run();
    if (tokenRefused) {
      throw new TokenRefused("users.info: token_revoked");
    }
    if (!reachable) {
      throw new Unreachable("users.info: HTTP 503", null, null);
    }
  }

  @Override
  public Home home() {
    return new Home(team, "Lumo", "https://lumo.slack.example/", "UVOUCH");
  }

  @Override
  public Optional<Author> author(String person) {
    ask();
    return Optional.ofNullable(people.get(person));
  }

  @Override
  public boolean isActive(String person) {
    return author(person).isPresent() && !gone.contains(person);
  }

  @Override
  public Optional<Channel> channel(String id) {
    ask();
    return Optional.of(
        new Channel(id, id.toLowerCase(java.util.Locale.ROOT), !ours.contains(id), false));
  }

  @Override
  public Optional<String> teamName(String id) {
    ask();
    return id.equals(NORTHWIND) ? Optional.of("Northwind Foods") : Optional.empty();
  }

  @Override
  public void changed(String id) {
    changed.add(id);
  }
}
