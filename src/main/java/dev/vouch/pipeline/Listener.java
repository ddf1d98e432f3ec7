package dev.vouch.pipeline;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.classify.Purposes;
import dev.vouch.mention.Author;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Mention;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hears the messages of one workspace: who wrote it, what they meant, and what it comes to. */
public final class Listener {
  private static final int MOST_WORDS = 300;

  private final Workspace workspace;
  private final Function<String, Judgement> judge;
  private final Aftermath aftermath;
  private final InstantSource clock;
  private final Authors authors;
  private final AccountFinder accounts;

  /** What follows when a mention was heard, judged again or taken back. */
  @FunctionalInterface
  public interface Aftermath {
    /** Nothing follows: of what is long past nobody needs to be told. */
    Aftermath NONE = (mention, person) -> {};

    void consider(MentionId mention, String person);
  }

  /**
   * @param judge reads a message as Slack sent it
   */
  public Listener(
      Workspace workspace,
      Function<String, Judgement> judge,
      Aftermath aftermath,
      InstantSource clock) {
    this.workspace = workspace;
    this.judge = judge;
    this.aftermath = aftermath;
    this.clock = clock;
    this.authors = new Authors(workspace);
    this.accounts = new AccountFinder(workspace.accounts(), workspace.directory());
  }

  /** Hears one version of a message; those of staff and of programs are nobody's mention. */
  void hear(String channel, SlackMessage message) {
    Optional<MentionId> id = message.id(channel);
    Optional<String> version = message.version();
    Optional<Authors.Words> words = authors.of(message);
    if (id.isEmpty() || version.isEmpty() || words.isEmpty()) {
      return;
    }
    Author author = words.get().author();
    boolean contact = author.kind() == Author.Kind.CUSTOMER;
    message.shared().ifPresent(shared -> share(id.get(), contact ? author.id() : null, shared));
    if (contact) {
      String link =
          workspace.directory().home().permalink(id.get(), message.text("thread_ts").orElse(null));
      Mention mention = new Mention(id.get(), version.get(), author, words.get().text(), link);
      boolean onlyShared = message.shared().isPresent() && mention.text().isBlank();
      write(mention, onlyShared ? share() : judge.apply(mention.text()));
    }
  }

  private void write(Mention mention, Judgement judgement) {
    meet(mention.author());
    Heard heard = heard(mention, judgement);
    AdvocacyAct act = judgement.isAdvocacy() ? act(mention, judgement) : null;
    workspace.advocates().write(heard, act, mention.version());
    aftermath.consider(mention.id(), mention.author().id());
  }

  /** Somebody saved a message by hand; their word stands over the models'. */
  void save(SavedAdvocacy saved) {
    MentionId id = new MentionId(saved.channel(), saved.ts());
    Optional<Author> author = workspace.directory().author(saved.person());
    if (author.isEmpty() || author.get().kind() != Author.Kind.CUSTOMER) {
      return;
    }
    meet(author.get());
    String link = workspace.directory().home().permalink(id, null);
    List<String> words = saved.words() == null ? List.of() : List.of(cut(saved.words()));
    Heard heard =
        new Heard(
            id,
            saved.person(),
            Intent.ADVOCACY,
            Intent.PRAISE,
            1,
            Sentiment.POSITIVE,
            false,
            false,
            words,
            link,
            "saved by hand",
            saved.by());
    AdvocacyAct act =
        new AdvocacyAct(
            id, saved.person(), purpose(saved), 1, Set.of(), words, false, link, saved.by());
    workspace.advocates().write(heard, act, SlackTime.ts(clock.instant()));
    aftermath.consider(id, saved.person());
  }

  /** The kind is what the rep chose; the aim, what the words say where they say it. */
  private static Purpose purpose(SavedAdvocacy saved) {
    String words = saved.words() == null ? "" : saved.words();
    return new Purpose(saved.kind(), Purposes.aim(saved.kind(), words));
  }

  /** A member of staff says that a message is no advocacy; it becomes what else it may be. */
  void correct(MentionId id, String by) {
    workspace
        .advocates()
        .mention(id)
        .ifPresent(
            was -> {
              Heard corrected =
                  new Heard(
                      id,
                      was.person(),
                      was.otherwise(),
                      was.otherwise(),
                      1,
                      was.sentiment(),
                      false,
                      false,
                      was.evidence(),
                      was.permalink(),
                      "corrected by hand",
                      by);
              workspace.advocates().write(corrected, null, SlackTime.ts(clock.instant()));
              aftermath.consider(id, was.person());
            });
  }

  /** Takes back all that a deleted message had come to. */
  void withdraw(MentionId id, String version) {
    Optional<Heard> was = workspace.advocates().mention(id);
    workspace.advocates().withdraw(id, version);
    was.ifPresent(heard -> aftermath.consider(id, heard.person()));
  }

  /** Whether somebody is a contact; who is one is met, so that they have a name from then on. */
  boolean isContact(String person) {
    Optional<Author> contact =
        workspace
            .directory()
            .author(person)
            .filter(author -> author.kind() == Author.Kind.CUSTOMER);
    contact.ifPresent(this::meet);
    return contact.isPresent();
  }

  private void meet(Author author) {
    Optional<Contact> known = workspace.advocates().contact(author.id());
    AccountLink link = accounts.find(author, known, clock.instant()).orElse(null);
    workspace.advocates().meet(author, link);
  }

  private void share(MentionId id, @Nullable String sharer, JsonObject shared) {
    String sharedAuthor =
        SlackMessage.text(shared, "author_id")
            .flatMap(workspace.directory()::author)
            .filter(author -> author.kind() == Author.Kind.CUSTOMER)
            .map(Author::id)
            .orElse(null);
    if (sharer != null || sharedAuthor != null) {
      workspace.advocates().share(id, sharer, sharedAuthor);
    }
  }

  private static Heard heard(Mention mention, Judgement judgement) {
    return new Heard(
        mention.id(),
        mention.author().id(),
        intent(judgement),
        otherwise(judgement),
        judgement.confidence(),
        judgement.sentiment(),
        judgement.abstained(),
        judgement.competitor(),
        judgement.evidence().stream().map(Listener::cut).toList(),
        mention.permalink(),
        judgement.model(),
        null);
  }

  /** What it counts as: "buy theirs instead" keeps others away from ours, which is a warning. */
  private static Intent intent(Judgement judgement) {
    if (judgement.abstained()) {
      return Intent.NEUTRAL;
    }
    return judgement.competitor() ? Intent.WARNING : judgement.intent();
  }

  private static Intent otherwise(Judgement judgement) {
    return judgement.intents().entrySet().stream()
        .filter(one -> one.getKey() != Intent.ADVOCACY)
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(Intent.NEUTRAL);
  }

  private static AdvocacyAct act(Mention mention, Judgement judgement) {
    return new AdvocacyAct(
        mention.id(),
        mention.author().id(),
        Objects.requireNonNullElse(judgement.purpose(), Purpose.USUAL),
        judgement.confidence(),
        judgement.drivers(),
        judgement.evidence().stream().map(Listener::cut).toList(),
        judgement.incentivised(),
        mention.permalink(),
        null);
  }

  /** A bare share has no words to judge: it passes on what others said. */
  private static Judgement share() {
    return new Judgement(
        Intent.AMPLIFICATION,
        1,
        Map.of(Intent.AMPLIFICATION, 1.0),
        Sentiment.NEUTRAL,
        Map.of(Sentiment.NEUTRAL, 1.0),
        Set.<Driver>of(),
        false,
        false,
        false,
        List.of(),
        "a share without words of its own");
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= MOST_WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS - 1)) + "…";
  }
}
