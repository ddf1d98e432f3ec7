package dev.vouch.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.workspace.Change;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps all that Vouch ever shows to people who are not of our own: each message as it stood at any
 * time where one of them can read it, whispers, pages, forms and files.
 */
final class OutsideEyes {
  private static final Pattern FILE = Pattern.compile("\"id\":\"(F[A-Z0-9]+)\"");

  /** Text of what a test says in Vouch's name, to have something to press. */
  static final String FORGED = "press";

  private final Workspace slack;
  private final List<String> people;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param people ids of those outside
   */
  OutsideEyes(Workspace slack, List<String> people) {
    this.slack = slack;
    this.people = List.copyOf(people);
    slack.watch(this::look);
  }

  private void look(Change change) {
    switch (change.kind()) {
      case MESSAGES -> slack.conversations().byId(change.channel()).ifPresent(this::look);
      case HOME -> slack.home(change.person()).ifPresent(page -> keep(change.person(), page));
      case VIEW -> slack.openView(change.person()).ifPresent(form -> keep(change.person(), form));
      case STATE -> {
        // Nothing is said by it.
      }
    }
  }

  private void keep(String person, JsonObject what) {
    if (people.contains(person)) {
      seen.add(what.toString());
    }
  }

  private void look(Channel channel) {
    for (String person : people) {
      if (channel.has(person)) {
        ours(slack.messageBook().all(channel));
        ours(slack.messageBook().ephemerals(channel, person));
      }
    }
  }

  /** What people say is their own; what Vouch says is ours to answer for. */
  private void ours(List<JsonObject> messages) {
    String vouch = slack.roster().app().botPersonId();
    messages.stream()
        .filter(message -> message.has("user"))
        .filter(message -> message.get("user").getAsString().equals(vouch))
        .filter(message -> !message.get("text").getAsString().equals(FORGED))
        .forEach(message -> seen.add(message.toString()));
  }

  /** Something that Slack showed them of an answer. */
  void told(String words) {
    seen.add(words);
  }

  /** All of it, with what stands in the files they got. */
  Collection<String> seen() {
    List<String> all = new ArrayList<>(seen);
    for (String one : seen) {
      Matcher file = FILE.matcher(one);
      while (file.find()) {
        slack
            .files()
            .bytes(file.group(1))
            .ifPresent(bytes -> all.add(new String(bytes, StandardCharsets.UTF_8)));
      }
    }
    return all;
  }

  /** Where one of these words was shown, with the words around it. */
  List<String> telling(Collection<String> words) {
    List<Pattern> wanted = words.stream().map(OutsideEyes::word).toList();
    List<String> telling = new ArrayList<>();
    for (String one : seen()) {
      for (Pattern word : wanted) {
        Matcher found = word.matcher(one);
        if (found.find()) {
          int at = found.start();
          telling.add(
              found.group()
                  + " in: "
                  + one.substring(Math.max(0, at - 100), Math.min(at + 100, one.length())));
        }
      }
    }
    return telling;
  }

  /** A word anywhere, but no number within another, as a message's time may hold it by chance. */
  private static Pattern word(String word) {
    return Pattern.compile("(?<!\\d)" + Pattern.quote(word), Pattern.CASE_INSENSITIVE);
  }

  /** How much they were shown: a test that shows them nothing proves nothing. */
  int size() {
    return seen.size();
  }

  static List<JsonObject> objects(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}
