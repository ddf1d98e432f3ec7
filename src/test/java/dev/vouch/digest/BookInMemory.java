package dev.vouch.digest;

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
import dev.vouch.mention.SlackTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An advocate book in memory that keeps the port's promises: latest version wins, in any order. */
final class BookInMemory implements AdvocateBook {
  private static final Comparator<Heard> NEWEST_FIRST =
      Comparator.comparing((Heard heard) -> heard.mention().at()).reversed();

  private final Map<String, Author> authors = new HashMap<>();
  private final Map<String, AccountLink> links = new HashMap<>();
  private final Map<MentionId, Written> written = new HashMap<>();
  private final Map<String, ReactionChange> reactions = new HashMap<>();
  private final Map<MentionId, Share> shares = new HashMap<>();

  /** How many mentions were handed out or counted, so that a test sees what a digest costs. */
  long touched;

  private record Written(@Nullable Heard heard, @Nullable AdvocacyAct act, String version) {}

  private record Share(@Nullable String sharer, @Nullable String author) {}

  @Override
  public synchronized Optional<Contact> contact(String person) {
    return Optional.ofNullable(authors.get(person))
        .map(author -> contact(author, standing(person)));
  }

  private Contact contact(Author author, List<Heard> heard) {
    Map<Intent, Integer> mentions = new EnumMap<>(Intent.class);
    heard.forEach(one -> mentions.merge(one.intent(), 1, Integer::sum));
    Instant last = heard.isEmpty() ? null : heard.get(0).mention().at();
    Instant first = heard.isEmpty() ? null : heard.get(heard.size() - 1).mention().at();
    int acts = acts(author.id()).size();
    AccountLink link = links.get(author.id());
    return new Contact(
        author.id(), author.name(), link, mentions, reach(author.id()), acts, first, last);
  }

  private Reach reach(String person) {
    return new Reach(
        reactions(change -> person.equals(change.receiver())),
        reactions(change -> person.equals(change.giver())),
        (int) shares.values().stream().filter(share -> person.equals(share.author())).count(),
        (int) shares.values().stream().filter(share -> person.equals(share.sharer())).count());
  }

  private int reactions(Predicate<ReactionChange> which) {
    return (int) reactions.values().stream().filter(ReactionChange::added).filter(which).count();
  }

  private Stream<Heard> all() {
    return written.values().stream().flatMap(one -> Stream.ofNullable(one.heard()));
  }

  private List<Heard> standing(String person) {
    return all().filter(heard -> heard.person().equals(person)).sorted(NEWEST_FIRST).toList();
  }

  @Override
  public synchronized List<AdvocacyAct> acts(String person) {
    return written.values().stream()
        .flatMap(one -> Stream.ofNullable(one.act()))
        .filter(act -> act.person().equals(person))
        .sorted(Comparator.comparing(AdvocacyAct::at).reversed())
        .toList();
  }

  @Override
  public synchronized List<Heard> heard(String person, int limit) {
    return standing(person).stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Heard> mention(MentionId id) {
    return Optional.ofNullable(written.get(id)).flatMap(one -> Optional.ofNullable(one.heard()));
  }

  @Override
  public synchronized List<Heard> heardBetween(
      Collection<Intent> intents, Instant from, Instant to, int limit) {
    List<Heard> found =
        all()
            .filter(heard -> intents.contains(heard.intent()) && within(heard, from, to))
            .sorted(NEWEST_FIRST)
            .limit(limit)
            .toList();
    touched += found.size();
    return found;
  }

  private static boolean within(Heard heard, Instant from, Instant to) {
    return !heard.mention().at().isBefore(from) && heard.mention().at().isBefore(to);
  }

  @Override
  public synchronized long count(Intent intent, Instant from, Instant to) {
    return all().filter(heard -> heard.intent() == intent && within(heard, from, to)).count();
  }

  @Override
  public synchronized long countReactions(Instant from, Instant to) {
    return reactions(
        change -> {
          Instant at = SlackTime.instant(change.version());
          return !at.isBefore(from) && at.isBefore(to);
        });
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
        .collect(Collectors.toList());
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
    Written known = written.get(heard.mention());
    if (known == null || known.version().compareTo(version) < 0 && known.heard() != null) {
      written.put(heard.mention(), new Written(heard, act, version));
    }
    return mention(heard.mention());
  }

  @Override
  public synchronized void withdraw(MentionId id, String version) {
    written.put(id, new Written(null, null, version));
  }

  @Override
  public synchronized void react(ReactionChange change) {
    String key = change.mention() + " " + change.reactor() + " " + change.emoji();
    reactions.merge(
        key, change, (old, next) -> old.version().compareTo(next.version()) < 0 ? next : old);
  }

  @Override
  public synchronized void share(
      MentionId share, @Nullable String sharer, @Nullable String sharedAuthor) {
    shares.putIfAbsent(share, new Share(sharer, sharedAuthor));
  }
}
