package dev.vouch.pipeline.hearing;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.AdvocateBook.Introduction;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.mention.Author;
import dev.vouch.mention.Context;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Mention;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Products;
import dev.vouch.pipeline.Aftermath;
import dev.vouch.pipeline.Aftermath.News;
import dev.vouch.pipeline.Attempt;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hears the messages of one workspace: who wrote it, what they meant, and what it comes to. */
public final class Listener {
  private final Workspace workspace;
  private final Function<String, Judgement> judge;
  private final Aftermath aftermath;
  private final InstantSource clock;
  private final Authors authors;
  private final AccountFinder accounts;

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

  /**
   * What a version of a message comes to. Words of staff and of programs are nobody's mention; what
   * there is to note of such a message is noted at once.
   */
  public Effect said(String channel, SlackMessage message) {
    Optional<MentionId> id = message.id(channel);
    Optional<String> version = message.version();
    if (id.isEmpty() || version.isEmpty()) {
      return Effect.NOTHING;
    }
    Optional<Authors.Words> words = authors.of(message);
    Optional<Author.Kind> kind = words.map(Authors.Words::author).map(Author::kind);
    boolean contact = kind.filter(Author.Kind.CUSTOMER::equals).isPresent();
    if (words.isPresent()) {
      String sharer = contact ? words.get().author().id() : null;
      message.shared().ifPresent(shared -> share(id.get(), sharer, shared));
    }
    String root = message.root().orElse(null);
    if (contact) {
      String link = workspace.directory().home().permalink(id.get(), root);
      Mention mention =
          new Mention(id.get(), version.get(), words.get().author(), words.get().text(), link);
      return new Effect.Hear(new Said(mention, root, shares(message)));
    }
    if (root == null) {
      return Effect.NOTHING;
    }
    String staff =
        kind.filter(Author.Kind.STAFF::equals).isPresent() ? words.get().author().id() : null;
    told(workspace.advocates().passOver(id.get(), root, staff));
    if (staff != null) {
      aftermath.spokenBelow(List.of(new MentionId(channel, root)));
    }
    return Effect.NOTHING;
  }

  /**
   * Hears messages, each as if it came alone.
   *
   * @return what came of each, in their order
   */
  public List<Attempt<Boolean>> hear(List<Said> said) {
    List<Attempt<Heeded>> read = read(said);
    List<Attempt<Heeded>> readable = read.stream().filter(Attempt::worked).toList();
    Iterator<AdvocateBook.Result> written =
        workspace
            .advocates()
            .hear(
                readable.stream().map(one -> one.get().met()).distinct().toList(),
                readable.stream().map(one -> one.get().hearing()).toList())
            .iterator();
    return followed(
        read.stream()
            .map(one -> Attempt.at(() -> noted(one.get(), written.next().get())))
            .toList());
  }

  /** A message that was judged, and who said it. */
  private record Heeded(Introduction met, Reading reading) {
    Hearing hearing() {
      return reading.hearing();
    }
  }

  /**
   * A message that was written.
   *
   * @param standing what stands of it
   * @param news of what something may follow: itself, and replies that are read anew
   */
  private record Noted(Optional<Heard> standing, List<News> news) {
    private boolean asks() {
      return standing
          .filter(one -> !one.abstained() && one.intent() == Intent.QUESTION)
          .isPresent();
    }

    /** The message that began the thread in which it was said. */
    private Optional<MentionId> root() {
      return standing.flatMap(
          one ->
              Optional.ofNullable(one.place().root())
                  .map(root -> new MentionId(one.mention().channel(), root)));
    }
  }

  private static Noted noted(Heeded heeded, AdvocateBook.Written written) {
    Optional<Heard> sure = written.standing().filter(one -> !one.abstained());
    News itself = News.of(heeded.hearing().alone());
    List<News> news = new ArrayList<>();
    if (written.concernsAct() || mayBeForACompetitor(heeded.hearing(), written)) {
      news.add(itself);
    }
    if (sure.filter(one -> isSpecificPraise(one, heeded.reading())).isPresent()) {
      news.add(new News(itself.of(), true));
    }
    written.replies().forEach(reply -> news.add(News.of(reply)));
    return new Noted(written.standing(), news);
  }

  /** An older version may come again, so what stands must be what was read. */
  private static boolean isSpecificPraise(Heard standing, Reading reading) {
    return reading.specific()
        && standing.intent() == Intent.PRAISE
        && standing.evidence().equals(reading.hearing().alone().evidence());
  }

  private List<Attempt<Heeded>> read(List<Said> said) {
    Products products = workspace.settings().settings().products();
    List<Author> authors = said.stream().map(one -> one.mention().author()).distinct().toList();
    Map<String, Attempt<Introduction>> met = introductions(authors);
    return said.parallelStream()
        .map(
            one ->
                Attempt.at(
                    () ->
                        new Heeded(
                            Objects.requireNonNull(met.get(one.mention().author().id())).get(),
                            Reading.of(one, judge, products))))
        .toList();
  }

  private Map<String, Attempt<Introduction>> introductions(Collection<Author> authors) {
    Set<String> ids = authors.stream().map(Author::id).collect(Collectors.toSet());
    Map<String, Contact> known = ids.isEmpty() ? Map.of() : workspace.advocates().contacts(ids);
    Instant now = clock.instant();
    AccountFinder.Known index = accounts.known(authors);
    Map<String, Attempt<Introduction>> met = new HashMap<>();
    for (Author author : authors) {
      Optional<Contact> contact = Optional.ofNullable(known.get(author.id()));
      met.put(
          author.id(),
          Attempt.at(
              () ->
                  new Introduction(
                      author,
                      isMerged(author)
                          ? null
                          : accounts.find(author, contact, index, now).orElse(null))));
    }
    return met;
  }

  /** The person for whom such an id stands has an account, and it has what it had. */
  private boolean isMerged(Author author) {
    return !workspace.identities().person(author.id()).equals(author.id());
  }

  /** What follows from messages, from all of them together. */
  private List<Attempt<Boolean>> followed(List<Attempt<Noted>> all) {
    List<Noted> noted = all.stream().filter(Attempt::worked).map(Attempt::get).toList();
    Set<News> news = new LinkedHashSet<>();
    noted.forEach(one -> news.addAll(one.news()));
    Map<News, RuntimeException> failed = news.isEmpty() ? Map.of() : aftermath.consider(news);
    List<Heard> questions =
        noted.stream().filter(Noted::asks).flatMap(one -> one.standing().stream()).toList();
    if (!questions.isEmpty()) {
      aftermath.watch(questions);
    }
    Set<MentionId> roots =
        noted.stream()
            .filter(one -> !one.asks())
            .flatMap(one -> one.root().stream())
            .collect(Collectors.toSet());
    if (!roots.isEmpty()) {
      aftermath.spokenBelow(roots);
    }
    return all.stream().map(one -> Attempt.at(() -> followed(one.get(), failed))).toList();
  }

  private static boolean followed(Noted noted, Map<News, RuntimeException> failed) {
    for (News one : noted.news()) {
      RuntimeException failure = failed.get(one);
      if (failure != null) {
        throw failure;
      }
    }
    return true;
  }

  /** An edit may have taken back what was for one. */
  private static boolean mayBeForACompetitor(Hearing hearing, AdvocateBook.Written written) {
    boolean edited = !hearing.version().equals(hearing.alone().mention().ts());
    return edited || written.standing().filter(Heard::competitor).isPresent();
  }

  /** What follows for replies that are read anew. */
  void told(List<Heard> replies) {
    aftermath
        .consider(replies.stream().map(News::of).toList())
        .values()
        .forEach(
            failure -> {
              throw failure;
            });
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

  /** Takes back all that a deleted message had come to. */
  public void withdraw(MentionId id, String version) {
    Optional<Heard> was = workspace.advocates().mention(id);
    List<Heard> replies = workspace.advocates().withdraw(id, version);
    workspace.learning().book().withdraw(id, clock.instant());
    // Whoever took it back before may have died here, so it is followed up even if nothing is left.
    aftermath.consider(id, was.map(Heard::person).orElse(""));
    told(replies);
  }

  /**
   * Counts reactions, each as if it came alone. Who is a contact is met, so that they have a name
   * from then on.
   *
   * @return what came of each, in their order
   */
  public List<Attempt<Boolean>> react(List<Reaction> reactions) {
    Map<String, Attempt<Optional<Author>>> people = new HashMap<>();
    for (Reaction reaction : reactions) {
      people.computeIfAbsent(reaction.reactor(), this::contact);
      if (reaction.receiver() != null) {
        people.computeIfAbsent(reaction.receiver(), this::contact);
      }
    }
    List<Author> contacts =
        people.values().stream()
            .filter(Attempt::worked)
            .flatMap(one -> one.get().stream())
            .toList();
    Map<String, Attempt<Introduction>> met = introductions(contacts);
    List<Attempt<ReactionChange>> changes =
        reactions.stream().map(one -> Attempt.at(() -> change(one, people, met))).toList();
    workspace
        .advocates()
        .hear(met.values().stream().filter(Attempt::worked).map(Attempt::get).toList(), List.of());
    workspace
        .advocates()
        .react(
            changes.stream()
                .filter(Attempt::worked)
                .map(Attempt::get)
                .filter(change -> change.giver() != null || change.receiver() != null)
                .toList());
    return changes.stream().map(one -> Attempt.at(() -> one.get().added())).toList();
  }

  private Attempt<Optional<Author>> contact(String person) {
    return Attempt.at(
        () ->
            workspace
                .directory()
                .author(person)
                .filter(author -> author.kind() == Author.Kind.CUSTOMER));
  }

  private static ReactionChange change(
      Reaction reaction,
      Map<String, Attempt<Optional<Author>>> people,
      Map<String, Attempt<Introduction>> met) {
    return new ReactionChange(
        reaction.on(),
        reaction.reactor(),
        reaction.emoji(),
        introduced(reaction.reactor(), people, met),
        introduced(reaction.receiver(), people, met),
        reaction.added(),
        reaction.version());
  }

  /** The id of a contact, who must have been met; null for anybody else. */
  private static @Nullable String introduced(
      @Nullable String person,
      Map<String, Attempt<Optional<Author>>> people,
      Map<String, Attempt<Introduction>> met) {
    Attempt<Optional<Author>> found = person == null ? null : people.get(person);
    if (found == null || found.get().isEmpty()) {
      return null;
    }
    return Objects.requireNonNull(met.get(person)).get().author().id();
  }

  /** Notes who somebody is and to which account they belong. */
  void meet(Author author) {
    Introduction met =
        Objects.requireNonNull(introductions(List.of(author)).get(author.id())).get();
    workspace.advocates().meet(met.author(), met.link());
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
}
