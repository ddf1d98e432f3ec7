package dev.vouch.slack.books;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of people, in maps: every answer is computed from what was written. */
public final class InMemoryAdvocates implements AdvocateBook {
  private final Map<String, Author> authors = new HashMap<>();
  private final Map<String, AccountLink> links = new HashMap<>();
  private final Map<MentionId, Heard> mentions = new HashMap<>();
  private final Map<MentionId, String> versions = new HashMap<>();
  private final Map<MentionId, AdvocacyAct> acts = new HashMap<>();
  private final Map<String, ReactionChange> reactions = new HashMap<>();

  @Override
  public synchronized Optional<Contact> contact(String person) {
    Author author = authors.get(person);
    if (author == null) {
      return Optional.empty();
    }
    Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
    heardOf(person).forEach(heard -> counts.merge(heard.intent(), 1, Integer::sum));
    List<Instant> times = heardOf(person).map(heard -> heard.mention().at()).sorted().toList();
    return Optional.of(
        new Contact(
            person,
            author.name(),
            links.get(person),
            counts,
            reach(person),
            acts(person).size(),
            times.isEmpty() ? null : times.get(0),
            times.isEmpty() ? null : times.get(times.size() - 1)));
  }

  private Reach reach(String person) {
    long received =
        reactions.values().stream()
            .filter(one -> one.added() && person.equals(one.receiver()))
            .count();
    long given =
        reactions.values().stream()
            .filter(one -> one.added() && person.equals(one.giver()))
            .count();
    return new Reach((int) received, (int) given, 0, 0);
  }

  private Stream<Heard> heardOf(String person) {
    return mentions.values().stream().filter(heard -> heard.person().equals(person));
  }

  @Override
  public synchronized List<AdvocacyAct> acts(String person) {
    return acts.values().stream()
        .filter(act -> act.person().equals(person))
        .sorted(Comparator.comparing(AdvocacyAct::at).reversed())
        .toList();
  }

  @Override
  public synchronized List<Heard> heard(String person, int limit) {
    return newest(heardOf(person), limit);
  }

  private static List<Heard> newest(Stream<Heard> all, int limit) {
    return all.sorted(Comparator.comparing((Heard heard) -> heard.mention().at()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Heard> mention(MentionId id) {
    return Optional.ofNullable(mentions.get(id));
  }

  @Override
  public synchronized List<Heard> heardBetween(
      Collection<Intent> intents, Instant from, Instant to, int limit) {
    return newest(
        mentions.values().stream()
            .filter(heard -> intents.contains(heard.intent()) && within(heard, from, to)),
        limit);
  }

  private static boolean within(Heard heard, Instant from, Instant to) {
    Instant at = heard.mention().at();
    return !at.isBefore(from) && at.isBefore(to);
  }

  @Override
  public synchronized long count(Intent intent, Instant from, Instant to) {
    return heardBetween(List.of(intent), from, to, Integer.MAX_VALUE).size();
  }

  @Override
  public synchronized long countReactions(Instant from, Instant to) {
    return reactions.values().stream().filter(ReactionChange::added).count();
  }

  @Override
  public synchronized List<Contact> top(int limit) {
    return authors.keySet().stream()
        .flatMap(person -> contact(person).stream())
        .filter(Contact::isAdvocate)
        .sorted(Comparator.comparingInt(Contact::acts).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long advocates() {
    return top(Integer.MAX_VALUE).size();
  }

  @Override
  public synchronized List<String> people(String account) {
    return links.entrySet().stream()
        .filter(link -> link.getValue().account().equals(account))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized void meet(Author author, @Nullable AccountLink link) {
    authors.put(author.id(), author);
    if (link != null) {
      links.put(author.id(), link);
    }
  }

  @Override
  public synchronized Optional<Heard> write(
      Heard heard, @Nullable AdvocacyAct act, String version) {
    String known = versions.get(heard.mention());
    if (known == null || known.compareTo(version) < 0) {
      versions.put(heard.mention(), version);
      mentions.put(heard.mention(), heard);
      acts.remove(heard.mention());
      if (act != null) {
        acts.put(heard.mention(), act);
      }
    }
    return mention(heard.mention());
  }

  @Override
  public synchronized void withdraw(MentionId id, String version) {
    versions.put(id, version);
    mentions.remove(id);
    acts.remove(id);
  }

  @Override
  public synchronized void react(ReactionChange change) {
    reactions.put(change.mention() + change.reactor() + change.emoji(), change);
  }

  /** Shares are not looked at by anything that is tested here. */
  @Override
  public void share(MentionId share, @Nullable String sharer, @Nullable String sharedAuthor) {
    throw new UnsupportedOperationException("shares");
  }
}
