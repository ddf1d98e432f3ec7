package dev.vouch.sandbox.workspace;

import dev.vouch.sandbox.wire.SlackError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is there: the teams, the people, and the app with its bot. Thread-safe. */
public final class Roster {
  private final AppCard app;
  private final Map<String, Team> teams = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Quiet> quiet = new LinkedHashMap<>();
  private final Set<String> elsewhere = new LinkedHashSet<>();

  /** A do-not-disturb window of somebody. */
  public record Quiet(Instant start, Instant end) {}

  Roster(Team own, AppCard app) {
    this.app = app;
    teams.put(own.id(), own);
    people.put(
        app.botPersonId(), Person.of(app.name(), own, Person.Kind.BOT).withId(app.botPersonId()));
  }

  public AppCard app() {
    return app;
  }

  /** Our own workspace. */
  public synchronized Team own() {
    return teams.values().iterator().next();
  }

  /** The app is in the workspace of a company that shares channels, too. */
  public synchronized void installElsewhere(String team) {
    elsewhere.add(team);
  }

  /** Where else the app is, by id. */
  public synchronized List<String> elsewhere() {
    return List.copyOf(elsewhere);
  }

  public synchronized Optional<Team> team(String id) {
    return Optional.ofNullable(teams.get(id));
  }

  /** Everybody, bots too, in the order they came. */
  public synchronized List<Person> people() {
    return List.copyOf(people.values());
  }

  public synchronized Optional<Person> byId(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /** The person of an id, for a Web API method. */
  public Person need(String id) {
    return byId(id).orElseThrow(() -> new SlackError("user_not_found"));
  }

  /**
   * Whoever is called so.
   *
   * @param idOrName an id, a full name, a first name or a handle, with or without an at sign
   * @throws IllegalArgumentException if nobody is called so
   */
  public Person find(String idOrName) {
    String wanted = idOrName.startsWith("@") ? idOrName.substring(1) : idOrName;
    return people().stream()
        .filter(person -> person.answersTo(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody here is called " + idOrName));
  }

  synchronized Person add(Person person) {
    Person added = person.id().isEmpty() ? person.withId(freeId(person)) : person;
    if (people.putIfAbsent(added.id(), added) != null) {
      throw new IllegalArgumentException("there is somebody with the id " + added.id());
    }
    teams.putIfAbsent(added.team().id(), added.team());
    return added;
  }

  synchronized void replace(Person person) {
    people.put(person.id(), person);
  }

  private String freeId(Person person) {
    String first = "U0" + Ids.part(person.firstName());
    List<String> tries = new ArrayList<>(List.of(first));
    while (people.containsKey(tries.get(tries.size() - 1))) {
      tries.add(first + (tries.size() + 1));
    }
    return tries.get(tries.size() - 1);
  }

  synchronized void setQuiet(String person, Quiet window) {
    quiet.put(person, window);
  }

  public synchronized Optional<Quiet> quiet(String person) {
    return Optional.ofNullable(quiet.get(person));
  }
}
