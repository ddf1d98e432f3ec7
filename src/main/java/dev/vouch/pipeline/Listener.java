package dev.vouch.pipeline;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.classify.Purposes;
import dev.vouch.classify.context.InContext;
import dev.vouch.classify.context.OwnWords;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Author;
import dev.vouch.mention.Context;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Mention;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Products;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.mention.Stance;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
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
    if (id.isEmpty() || version.isEmpty()) {
      return;
    }
    Optional<Authors.Words> words = authors.of(message);
    boolean contact = words.isPresent() && words.get().author().kind() == Author.Kind.CUSTOMER;
    if (words.isPresent()) {
      String sharer = contact ? words.get().author().id() : null;
      message.shared().ifPresent(shared -> share(id.get(), sharer, shared));
    }
    if (contact) {
      Authors.Words said = words.get();
      String link = workspace.directory().home().permalink(id.get(), message.root().orElse(null));
      write(
          new Mention(id.get(), version.get(), said.author(), said.text(), link),
          message.root().orElse(null),
          shares(message));
    } else {
      message.root().ifPresent(root -> told(workspace.advocates().passOver(id.get(), root)));
    }
  }

  private void write(Mention mention, @Nullable String root, Context.Shares shares) {
    meet(mention.author());
    Products products = workspace.settings().settings().products();
    OwnWords own = OwnWords.of(mention.text(), products);
    Judgement alone = judge.apply(own.raw());
    Context context = new Context(Stance.NONE, shares, mention.author().kind());
    Map<Stance, Hearing.Outcome> outcomes = new EnumMap<>(Stance.class);
    for (Stance under : root == null ? List.of(Stance.NONE) : List.of(Stance.values())) {
      outcomes.put(
          under, outcome(mention, root, InContext.read(alone, own, context.under(under)), own));
    }
    Hearing hearing = new Hearing(mention.version(), own.second(), outcomes);
    AdvocateBook.Written written = workspace.advocates().write(hearing);
    aftermath.consider(mention.id(), mention.author().id());
    told(written.replies());
  }

  private void told(List<Heard> replies) {
    replies.forEach(reply -> aftermath.consider(reply.mention(), reply.person()));
  }

  private static Hearing.Outcome outcome(
      Mention mention, @Nullable String root, InContext read, OwnWords own) {
    Judgement judgement = read.judgement();
    Place place = new Place(root, read.stance(own), read.reason(), null);
    return new Hearing.Outcome(
        heard(mention, judgement).at(place),
        judgement.isAdvocacy() ? act(mention, judgement) : null);
  }

  private Context.Shares shares(SlackMessage message) {
    if (message.text("bot_id").isPresent()) {
      return Context.Shares.NOTHING;
    }
    Optional<JsonObject> shared = message.shared();
    if (shared.isEmpty()) {
      return message.unfurls() ? Context.Shares.OTHERS : Context.Shares.NOTHING;
    }
    boolean customers = customer(shared.get()).isPresent();
    return customers ? Context.Shares.OTHERS : Context.Shares.OURS;
  }

  /** Somebody said by hand what a message is; their word stands over the models'. */
  void save(SavedAdvocacy saved) {
    MentionId id = new MentionId(saved.channel(), saved.ts());
    Optional<Author> author = workspace.directory().author(saved.person());
    if (author.isEmpty() || author.get().kind() != Author.Kind.CUSTOMER) {
      return;
    }
    meet(author.get());
    String link = workspace.directory().home().permalink(id, null);
    List<String> words = saved.words() == null ? List.of() : List.of(cut(saved.words()));
    boolean advocacy = saved.intent() == Intent.ADVOCACY;
    Heard heard =
        new Heard(
            id,
            saved.person(),
            saved.intent(),
            advocacy ? Intent.PRAISE : saved.intent(),
            1,
            feeling(saved.intent()),
            false,
            false,
            words,
            link,
            advocacy ? "saved by hand" : "corrected by hand",
            saved.by(),
            place(id).labelled(Stance.of(saved.intent())));
    AdvocacyAct act =
        new AdvocacyAct(
            id, saved.person(), purpose(saved), 1, Set.of(), words, false, link, saved.by());
    byHand(heard, advocacy ? act : null);
    if (saved.message() != null) {
      String text = SlackText.decode(saved.message(), workspace.directory()::name).plain();
      workspace.learning().corrected(id, saved.person(), text, saved.intent(), saved.by());
    }
  }

  private Place place(MentionId id) {
    return workspace.advocates().mention(id).map(Heard::place).orElse(Place.ALONE);
  }

  private void byHand(Heard heard, @Nullable AdvocacyAct act) {
    String version = SlackTime.ts(clock.instant());
    AdvocateBook.Written written =
        workspace.advocates().write(Hearing.settled(heard, act, version));
    aftermath.consider(heard.mention(), heard.person());
    told(written.replies());
  }

  /** The kind is what the rep chose; the aim, what the words say where they say it. */
  private static Purpose purpose(SavedAdvocacy saved) {
    String words = saved.words() == null ? "" : saved.words();
    ActKind kind = saved.kind() == null ? ActKind.RECOMMENDATION : saved.kind();
    return new Purpose(kind, Purposes.aim(kind, words));
  }

  /** The feeling that goes with a label given by hand. */
  private static Sentiment feeling(Intent label) {
    return switch (label) {
      case ADVOCACY, PRAISE, AMPLIFICATION -> Sentiment.POSITIVE;
      case COMPLAINT, WARNING -> Sentiment.NEGATIVE;
      case QUESTION, SUGGESTION, REWARD_SEEKING, NEUTRAL -> Sentiment.NEUTRAL;
    };
  }

  /**
   * A member of staff says that a message is no advocacy; it becomes what else it may be. Its text
   * is not kept, so what is learnt from are the sentences that decided.
   */
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
                      by,
                      was.place().labelled(Stance.of(was.otherwise())));
              byHand(corrected, null);
              String decided = String.join("\n", was.evidence());
              workspace.learning().corrected(id, was.person(), decided, null, by);
            });
  }

  /** Takes back all that a deleted message had come to. */
  void withdraw(MentionId id, String version) {
    Optional<Heard> was = workspace.advocates().mention(id);
    List<Heard> replies = workspace.advocates().withdraw(id, version);
    workspace.learning().book().withdraw(id, clock.instant());
    was.ifPresent(heard -> aftermath.consider(id, heard.person()));
    told(replies);
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
    String sharedAuthor = customer(shared).orElse(null);
    if (sharer != null || sharedAuthor != null) {
      workspace.advocates().share(id, sharer, sharedAuthor);
    }
  }

  /** The customer whose words are passed on. */
  private Optional<String> customer(JsonObject shared) {
    return SlackMessage.text(shared, "author_id")
        .flatMap(workspace.directory()::author)
        .filter(author -> author.kind() == Author.Kind.CUSTOMER)
        .map(Author::id);
  }

  private static Heard heard(Mention mention, Judgement judgement) {
    return new Heard(
        mention.id(),
        mention.author().id(),
        judgement.countsAs(),
        otherwise(judgement),
        judgement.confidence(),
        judgement.sentiment(),
        judgement.abstained(),
        judgement.competitor(),
        judgement.evidence().stream().filter(words -> !words.isBlank()).map(Listener::cut).toList(),
        mention.permalink(),
        judgement.model(),
        null);
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

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= MOST_WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS - 1)) + "…";
  }
}
