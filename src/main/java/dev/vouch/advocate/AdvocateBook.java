package dev.vouch.advocate;

import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one workspace knows of the people it has heard.
 *
 * <p>Every write is atomic and idempotent by mention id and version, in whatever order events come:
 * writing the same thing twice, or an older version after a newer one, changes nothing.
 * Thread-safe.
 */
public interface AdvocateBook {

  /** Who is asked about; empty if we never heard them. */
  Optional<Contact> contact(String person);

  /** Those of these people that we have heard, by id. */
  Map<String, Contact> contacts(Collection<String> people);

  /** Acts that stand now, newest first. */
  default List<AdvocacyAct> acts(String person) {
    return acts(List.of(person)).getOrDefault(person, List.of());
  }

  /** The acts of each of these people, newest first, in one step. */
  Map<String, List<AdvocacyAct>> acts(Collection<String> people);

  /** A person and what a mention of theirs is, in one step. */
  default Acted acted(String person, MentionId mention) {
    return acted(List.of(new Spoken(person, mention))).get(0);
  }

  /** The same of several, in one step and in their order. */
  List<Acted> acted(List<Spoken> all);

  /** A mention and who said it. */
  record Spoken(String person, MentionId mention) {}

  /**
   * Who acted.
   *
   * @param contact null if we never heard them
   * @param act null where the mention is no act, or none any more
   * @param heard null where the mention does not stand
   */
  record Acted(@Nullable Contact contact, @Nullable AdvocacyAct act, @Nullable Heard heard) {}

  /**
   * The latest mentions of a person, newest first; of those that wanted an answer it is told who of
   * us spoke first below them.
   */
  default List<Heard> heard(String person, int limit) {
    return Objects.requireNonNull(heard(List.of(person), limit).get(person));
  }

  /** The same of each of these people, by person. */
  Map<String, List<Heard>> heard(Collection<String> people, int limit);

  /**
   * What people of an account have said since then that wants an answer of ours, newest first. What
   * it takes hangs on what those said lately, and not on how many people the account has.
   */
  List<Heard> waiting(String account, Instant from);

  /** One mention, if it is known and was not deleted. */
  Optional<Heard> mention(MentionId id);

  /**
   * Mentions of these intents posted in a span of time (from inclusive, to exclusive), newest
   * first.
   */
  List<Heard> heardBetween(Collection<Intent> intents, Instant from, Instant to, int limit);

  /**
   * How many mentions of an intent were posted in a span of time, by the mentions that stand now.
   */
  long count(Intent intent, Instant from, Instant to);

  /** How many reactions that stand now were made in a span of time. */
  long countReactions(Instant from, Instant to);

  /** People with the most acts of advocacy, most first; nobody without an act. */
  List<Contact> top(int limit);

  /** How many people have at least one act of advocacy. */
  long advocates();

  /** Over how many people and accounts acts are spread. */
  Spread spread(Instant now);

  /** People of an account, those who spoke up for us last first. */
  default List<String> people(String account) {
    return people(account, Integer.MAX_VALUE);
  }

  /** At most so many people of an account, those who spoke up for us last first. */
  List<String> people(String account, int limit);

  /** Notes who a person is and to which account they belong. */
  void meet(Author author, @Nullable AccountLink link);

  /**
   * Writes how a version of a mention was judged, replacing what an older version had changed.
   *
   * @param act what it counts as, or null where it is no act of advocacy
   * @param version Slack's timestamp of the wording, or of the moment a person corrected the label
   * @return what is known of the mention now, which is not {@code heard} where a newer version or a
   *     person's correction stands; empty if the message was deleted
   */
  default Optional<Heard> write(Heard heard, @Nullable AdvocacyAct act, String version) {
    return write(Hearing.settled(heard, act, version)).standing();
  }

  /**
   * Writes what a version of a message comes to under what was heard before it in its thread, and
   * settles again the replies below it that hang on it.
   */
  Written write(Hearing hearing);

  /**
   * Notes who people are and then writes what their messages come to, in this order, as {@link
   * #meet} and {@link #write} would one by one, in as few steps as can be.
   *
   * @return one for each hearing, in their order
   */
  List<Result> hear(Collection<Introduction> met, List<Hearing> hearings);

  /** Who somebody is, and to which account they belong if that is known. */
  record Introduction(Author author, @Nullable AccountLink link) {}

  /** What came of one of several writes, or why it failed; others may have worked. */
  record Result(@Nullable Written written, @Nullable RuntimeException failure) {

    /** What came of it; throws why it failed. */
    public Written get() {
      if (failure != null) {
        throw failure;
      }
      return Objects.requireNonNull(written);
    }
  }

  /** Reactions were added or taken back. Moves reach only. */
  void react(List<ReactionChange> changes);

  /**
   * Takes back everything that a deleted message had changed.
   *
   * @return the replies below it that hang on it, as they are read now
   */
  List<Heard> withdraw(MentionId id, String version);

  /**
   * Somebody spoke in a thread whose words are nobody's mention; what follows answers them.
   *
   * @param root Slack's timestamp of the thread's first message
   * @param staff Slack id of the one of us who spoke; null where a program did
   * @return the replies below it that hang on it, as they are read now
   */
  List<Heard> passOver(MentionId id, String root, @Nullable String staff);

  /**
   * What came of a write.
   *
   * @param standing what is known of the mention now; empty if the message was deleted
   * @param replies those below it that hang on it, as they are read now
   * @param concernsAct whether it is an act of advocacy or may have been one: it was before this
   *     write, or this write changed nothing, so that whoever made the change may have died before
   *     anything followed from it
   */
  record Written(Optional<Heard> standing, List<Heard> replies, boolean concernsAct) {}

  /** A reaction was added or taken back. Moves reach only. */
  default void react(ReactionChange change) {
    react(List.of(change));
  }

  /** Somebody passed a message on. Moves reach only; the same share is counted once. */
  void share(MentionId share, @Nullable String sharer, @Nullable String sharedAuthor);
}
