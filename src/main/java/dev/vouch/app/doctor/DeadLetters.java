package dev.vouch.app.doctor;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.pipeline.inbox.Deliveries;
import dev.vouch.pipeline.inbox.Deliveries.DeadLetter;
import dev.vouch.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The envelopes of some workspaces that never worked: shown, tried anew or dropped. */
public final class DeadLetters {
  private static final int MOST = 10_000;

  private final List<Kept> all;

  /** A dead letter with the queue that keeps it. */
  private record Kept(Deliveries queue, DeadLetter letter) {}

  public DeadLetters(Store store, Collection<String> teams) {
    this.all =
        teams.stream()
            .map(team -> store.books(team).deliveries())
            .flatMap(queue -> queue.deadLetters(MOST).stream().map(one -> new Kept(queue, one)))
            .toList();
  }

  /** Those of that envelope, or {@code all} of them. */
  private Stream<Kept> named(String id) {
    return all.stream().filter(one -> id.equals("all") || one.letter().envelope().id().equals(id));
  }

  public boolean has(String id) {
    return id.equals("all") || named(id).findAny().isPresent();
  }

  /** Puts them back into the inbox; returns how many. */
  public long replay(String id) {
    return count(id, one -> one.queue().replay(one.letter()));
  }

  /** Drops them for good; returns how many. */
  public long drop(String id) {
    return count(id, one -> one.queue().drop(one.letter()));
  }

  private long count(String id, Predicate<Kept> effect) {
    return named(id).filter(effect).count();
  }

  /** Ids, reasons and times; never what was said. */
  public String text() {
    if (all.isEmpty()) {
      return "There are no dead letters.%n".formatted();
    }
    StringBuilder text = new StringBuilder();
    for (Kept kept : all) {
      DeadLetter one = kept.letter();
      text.append(
          "%s  workspace %s, %s, died %s after %d tries: %s%n"
              .formatted(
                  one.envelope().id(),
                  one.envelope().team(),
                  type(one),
                  one.at(),
                  one.attempts(),
                  one.reason()));
    }
    return text.append("Try one anew with --replay ID, or all with --replay all.%n".formatted())
        .toString();
  }

  public String json() {
    JsonArray array = new JsonArray();
    for (Kept kept : all) {
      DeadLetter one = kept.letter();
      JsonObject json = new JsonObject();
      json.addProperty("id", one.envelope().id());
      json.addProperty("team", one.envelope().team());
      json.addProperty("type", type(one));
      json.addProperty("reason", one.reason());
      json.addProperty("attempts", one.attempts());
      json.addProperty("at", one.at().toString());
      array.add(json);
    }
    return array + System.lineSeparator();
  }

  private static String type(DeadLetter letter) {
    return letter.envelope().type().name().toLowerCase(Locale.ROOT);
  }
}
