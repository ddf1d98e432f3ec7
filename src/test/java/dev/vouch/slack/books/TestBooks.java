package dev.vouch.slack.books;

import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.classify.learn.Toy;
import dev.vouch.digest.Digest;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.ask.AskBook;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.SettingsBook;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.ask.TestAskLine;
import dev.vouch.pipeline.courtesy.LetterBox;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The books of one workspace in real Redis, and its directory: two of our own people, a guest of a
 * customer, a person of a connected workspace, and a bot.
 */
public final class TestBooks {
  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  public static final String TEAM = "T0ACME";

  private static final Store STORE = Store.at(TestRedis.address(), InstantSource.fixed(NOW));

  public final AdvocateBook advocates;
  public final AccountBook accounts;
  public final RelationshipBook relationships;
  public final Forgetting forgetting;
  public final Identities identities;
  public final NudgeLog nudges;
  public final AskBook asks;
  public final ExecutiveBook executives;
  public final AttentionBook attention;
  public final LetterBox letters;
  public final GiftRegister gifts;
  public final SettingsBook settings;

  /** What somebody has the right to do now, which ends when a test says so. */
  public final Set<String> claimed = ConcurrentHashMap.newKeySet();

  public final Learning learning;
  public final List<String> homesPublished = new CopyOnWriteArrayList<>();
  public final BooksDirectory directory =
      new BooksDirectory()
          .person("U0MAYA", TEAM, "Maya Lindt", Author.Kind.STAFF, "Europe/Berlin")
          .person("U0OMAR", TEAM, "Omar Haddad", Author.Kind.STAFF)
          .person("U0TOM", TEAM, "Tom Okafor", Author.Kind.CUSTOMER)
          .person("U0ANA", "T0NORTH", "Ana Ruiz", Author.Kind.CUSTOMER, "Europe/Madrid")
          .person("U0BOT", TEAM, "Listener", Author.Kind.BOT)
          .channel("C0TEAM", "advocates", false)
          .channel("C0SHARED", "northwind-acme", true);

  public final TestAskLine askLine = new TestAskLine();
  public final List<String> giftsTold = new CopyOnWriteArrayList<>();
  public final List<Invitation> invitations = new CopyOnWriteArrayList<>();

  /** What happens to whoever invites. */
  public volatile Runnable whileInviting = () -> {};

  private void invitation(Invitation invitation) {
    whileInviting.run();
    invitations.add(invitation);
  }

  /** Begins with nothing in them. */
  public TestBooks() {
    STORE.erase(TEAM);
    Store.Books books = STORE.books(TEAM);
    advocates = books.advocates();
    accounts = books.accounts();
    relationships = books.relationships();
    forgetting = books.forgetting();
    identities = books.identities();
    nudges = books.nudges();
    asks = books.asks();
    executives = books.executives();
    attention = books.attention();
    letters = books.letters();
    gifts = books.gifts();
    settings = books.settings();
    learning =
        new Learning(
            TEAM,
            books.learning(),
            new Learning.Shipped(Toy::classifier, Toy::memory),
            InstantSource.fixed(NOW));
  }

  public Workspace workspace() {
    return new Workspace(
        TEAM,
        advocates,
        accounts,
        relationships,
        forgetting,
        identities,
        nudges,
        asks,
        executives,
        attention,
        letters,
        new Gifts(PolicyFile.shipped(), gifts),
        settings,
        directory,
        new Homes(),
        learning,
        (what, lease) -> claimed.add(what));
  }

  /** Lets a person say something that was judged. */
  public Heard hear(String person, Intent intent, int number, String words) {
    directory.author(person).ifPresent(author -> advocates.meet(author, null));
    Heard heard =
        new Heard(
            mention(number),
            person,
            intent,
            Intent.PRAISE,
            0.91,
            Sentiment.POSITIVE,
            false,
            false,
            List.of(words),
            directory.home().permalink(mention(number), null),
            "vouch-intent 1.0",
            null);
    advocates.write(heard, intent == Intent.ADVOCACY ? act(heard) : null, heard.mention().ts());
    return heard;
  }

  private static AdvocacyAct act(Heard heard) {
    return new AdvocacyAct(
        heard.mention(),
        heard.person(),
        Purpose.USUAL,
        heard.confidence(),
        Set.of(),
        heard.evidence(),
        false,
        heard.permalink(),
        null);
  }

  public static MentionId mention(int number) {
    return new MentionId("C0SHARED", "17951%05d.000100".formatted(number));
  }

  /** A delight for Maya about Ana. */
  public static Nudge delight(Nudge.State state) {
    return nudge(NudgeKind.DELIGHT, state);
  }

  /** An introduction for Maya about Ana. */
  public static Nudge introduction(Nudge.State state) {
    return nudge(NudgeKind.EXEC_INTRO, state);
  }

  /** One of that kind for Maya about Ana. */
  public static Nudge nudge(NudgeKind kind, Nudge.State state) {
    Moment moment =
        kind.moments().contains(Moment.ACT) ? Moment.ACT : kind.moments().iterator().next();
    Occasion occasion =
        Occasion.said(
            moment,
            mention(300),
            "https://acme.slack.com/archives/C0SHARED/p1795100300000100",
            List.of("it cut our month-end"));
    Nudge.Party party = new Nudge.Party("U0MAYA", "U0ANA", "Ana Ruiz", "Northwind Foods", null);
    return Nudge.draft(kind, occasion, party, NOW)
        .postedAt(
            new Nudge.Posted("D0MAYA", "1795161600.000200"),
            state,
            "They spoke up for us because they wanted to.");
  }

  /** Only notes whose App Home was published: the rest of a messenger is tested on its own. */
  private final class Homes implements Messenger {
    @Override
    public AskLine asks() {
      return askLine;
    }

    @Override
    public Nudge.Posted tell(Silence silence) {
      return new Nudge.Posted("D" + silence.person(), "1795161600.000300");
    }

    @Override
    public Optional<Nudge.Posted> find(Silence silence) {
      return Optional.empty();
    }

    @Override
    public void show(Silence over, Nudge.Posted where) {
      // Nobody is looking.
    }

    @Override
    public Nudge.Posted send(Nudge nudge, String person) {
      throw new UnsupportedOperationException("send");
    }

    @Override
    public Optional<Nudge.Posted> find(String nudgeId, String person, Instant begun) {
      return Optional.empty();
    }

    @Override
    public void show(Nudge nudge) {
      throw new UnsupportedOperationException("show");
    }

    @Override
    public Nudge.Posted send(Notice notice) {
      throw new UnsupportedOperationException("send");
    }

    @Override
    public void show(Notice notice) {
      throw new UnsupportedOperationException("show");
    }

    @Override
    public void post(Digest digest, byte[] chart, String channel) {
      throw new UnsupportedOperationException("post");
    }

    @Override
    public void complete(Digest digest, byte[] chart, String channel) {
      throw new UnsupportedOperationException("complete");
    }

    @Override
    public boolean isPosted(Digest digest, String channel) {
      return false;
    }

    @Override
    public void greet(MentionId message, String person) {
      throw new UnsupportedOperationException("greet");
    }

    @Override
    public boolean isGreeted(MentionId message) {
      return false;
    }

    @Override
    public void answer(MentionId message, Reply reply) {
      throw new UnsupportedOperationException("answer");
    }

    @Override
    public boolean confirm(MentionId message, String person, Reply reply) {
      throw new UnsupportedOperationException("confirm");
    }

    @Override
    public void whisper(MentionId message, @Nullable String root, String person, Reply reply) {
      throw new UnsupportedOperationException("whisper");
    }

    @Override
    public void show(MentionId message, Reply reply) {
      throw new UnsupportedOperationException("show");
    }

    @Override
    public void hand(String person, byte[] json, Instant at) {
      throw new UnsupportedOperationException("hand");
    }

    @Override
    public void tell(Invitation refused) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isInvited(Invitation invitation) {
      return invitations.stream().anyMatch(one -> one.person().equals(invitation.person()));
    }

    @Override
    public void invite(Invitation invitation) {
      invitation(invitation);
    }

    @Override
    public void task(Task task, String staff) {
      throw new UnsupportedOperationException("task");
    }

    @Override
    public void erase(MentionId message) {
      throw new UnsupportedOperationException("erase");
    }

    @Override
    public void gift(GiftNews news, String staff) {
      giftsTold.add(staff + ": " + news.event().state().wire());
    }

    @Override
    public void publishHome(String person) {
      homesPublished.add(person);
    }
  }
}
