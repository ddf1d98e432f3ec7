package dev.vouch.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Handle;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.classify.learn.Correction;
import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.classify.learn.Toy;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy.Caps;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.store.key.Keys;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** A person of whom a workspace keeps everything that can be kept of anybody, under every key. */
final class Ana {
  static final String ID = "UANADORE";
  static final String NAME = "Ana D'Oré";
  static final String EMAIL = "ana.dore@fairbank.example";

  /** Stands in all that she says, and in nothing else. */
  static final String WORD = "zqana";

  static final String FAIRBANK = "fairbank";
  private static final Instant NOW = TestWorkspace.NOW;

  private final TestWorkspace here;
  private final UnifiedJedis redis;
  private final Keys keys;

  Ana(TestWorkspace here, UnifiedJedis redis) {
    this.here = here;
    this.redis = redis;
    this.keys = new Keys(here.team);
    here.directory.add(
        new Author(ID, here.team, NAME, Author.Kind.CUSTOMER, EMAIL, "Europe/Madrid"));
  }

  static MentionId at(int second) {
    return new MentionId("C1", SlackTime.ts(NOW.minusSeconds(1_000 - second)));
  }

  /** A message of somebody; {@code root} is 0 where it answers none. */
  static JsonObject said(String person, int second, int root, String text) {
    JsonObject event = TestWorkspace.said(new MentionId("C1", at(second).ts()), person, text);
    if (root > 0) {
      event.addProperty("thread_ts", at(root).ts());
      event.addProperty("parent_user_id", ID);
    }
    return event;
  }

  /** The same with the words of somebody else in it. */
  static JsonObject passingOn(JsonObject message, String author, String text) {
    JsonObject shared = new JsonObject();
    shared.addProperty("is_share", true);
    shared.addProperty("author_id", author);
    shared.addProperty("text", text);
    JsonArray all = new JsonArray();
    all.add(shared);
    message.add("attachments", all);
    return message;
  }

  static JsonObject reaction(String person, int on, String owner) {
    JsonObject item = new JsonObject();
    item.addProperty("type", "message");
    item.addProperty("channel", "C1");
    item.addProperty("ts", at(on).ts());
    JsonObject event = new JsonObject();
    event.addProperty("type", "reaction_added");
    event.addProperty("user", person);
    event.addProperty("item_user", owner);
    event.addProperty("reaction", "tada");
    event.add("item", item);
    event.addProperty("event_ts", SlackTime.ts(NOW));
    return event;
  }

  /** The same message with other words than before. */
  static JsonObject edited(JsonObject message) {
    JsonObject edit = new JsonObject();
    edit.addProperty("ts", at(90).ts());
    message.add("edited", edit);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", "C1");
    event.add("message", message);
    return event;
  }

  /** Something that one of us says she said. */
  static Heard savedByHand() {
    return new Heard(
        at(62),
        ID,
        Intent.PRAISE,
        Intent.PRAISE,
        1,
        Sentiment.POSITIVE,
        false,
        false,
        List.of(WORD),
        "https://lumo.slack.example/x",
        "corrected by hand",
        "UREP");
  }

  static Correction correction(int second) {
    Correction toy = Toy.correction(1, "gloss", Intent.PRAISE);
    return new Correction(at(second), toy.example(), ID, toy.label(), toy.was(), "UREP", toy.at());
  }

  static Card card() {
    return new Card(
        new Handle(null, EMAIL),
        NAME,
        FAIRBANK,
        Set.of(Role.CUSTOMER),
        WORD + " officer",
        new Tongue("es", "Europe/Madrid"),
        "an import of contacts.csv");
  }

  /** Everything happens. */
  void happens() {
    accounts();
    speaks();
    moves();
    relates();
    isNudgedAbout();
    isAsked();
    isIntroduced();
    isWrittenTo();
    isGiven();
    isLearntFrom();
    isOnItsWay();
    redis.hset(keys.prefix() + "later", ID, "a key that nobody has thought of yet");
    redis.sadd(keys.prefix() + "later:set", ID);
  }

  private void accounts() {
    here.books
        .accounts()
        .change("Fairbank", one -> one.withDomain("fairbank.example").withTier(Tier.MARQUEE));
    here.books.accounts().change("Fairbank", one -> one.withOwner("UREP").withSponsor("UEXEC"));
    here.books
        .accounts()
        .edit(
            "Fairbank",
            one -> AccountField.STAGE.set(one, "met " + NAME),
            new AccountEdit("UREP", NOW, 25));
    here.books
        .accounts()
        .edit(
            "Fairbank",
            one -> AccountField.STAGE.set(one, "renewed"),
            new AccountEdit("UREP", NOW, 25));
    here.books.accounts().cards().replace(List.of(new Replacement(null, card())), NOW);
    here.books.settings().change(set -> set.withStaff(ID, false));
  }

  private void speaks() {
    here.events.read(said("UJON", 1, 0, "question: what should we get?"));
    here.events.read(said(ID, 2, 1, "advocacy " + WORD + " get Lumo"));
    here.events.read(said("UJON", 3, 1, "+1"));
    here.events.read(said(ID, 4, 0, "complaint " + WORD + " slow"));
    here.events.read(said(ID, 5, 0, "advocacy " + WORD + " again"));
    here.events.read(said("UJON", 6, 5, "+1"));
    here.events.read(said("UJON", 7, 0, "advocacy " + NAME + " has it too"));
    here.events.read(said("UPRIYA", 8, 0, "praise @" + NAME + " thanks"));
    here.events.read(said(ID, 9, 0, "praise " + WORD + " too many, its record is let go"));
    redis.hdel(keys.heard(ID), MentionRecord.pieces(new Words(redis, keys).member(at(9))));
  }

  private void moves() {
    here.events.read(reaction(ID, 7, "UJON"));
    here.events.read(reaction("UJON", 5, ID));
    here.events.read(reaction("UREP", 5, ID));
    here.events.read(passingOn(said(ID, 20, 0, WORD + " look"), "UJON", "advocacy"));
    here.events.read(passingOn(said("UJON", 21, 0, "neutral"), ID, WORD));
  }

  private void relates() {
    here.books
        .relationships()
        .change(
            Subject.person(ID),
            none ->
                none.with(LedgerEntry.moment("help", Kind.HELP, NOW).worth(1_000))
                    .with(new Consent(Topic.MESSAGES, Consent.Answer.AGREED, NOW, "1", ID))
                    .with(new Tie("t", Tie.Kind.ACCESS, WORD, NOW, null, "UREP"))
                    .movedBy(Motivator.CAREER, new Known(ID, NOW))
                    .pausedBy(new Pause("UREP", NOW, null, WORD)));
    here.books
        .relationships()
        .change(Subject.account(FAIRBANK), none -> none.with(note("dinner with " + NAME)));
    here.books
        .relationships()
        .change(Subject.person("UJON"), none -> none.with(note("met <@" + ID + ">")));
  }

  private static LedgerEntry note(String words) {
    return LedgerEntry.moment("note", Kind.HELP, NOW).noted(new Note("UREP", words, null));
  }

  private void isNudgedAbout() {
    int second = 30;
    for (Nudge.State state : Nudge.State.values()) {
      here.books.nudges().add(nudge(at(second++), ID, state, null));
    }
    Nudge.Sending begun = new Nudge.Sending("UREP", Nudge.State.SENT, NOW);
    here.books.nudges().add(nudge(at(second++), ID, Nudge.State.HELD, begun));
    here.books.nudges().add(nudge(at(second), "UJON", Nudge.State.SENT, null));
  }

  private void isAsked() {
    Asking asking = new Asking("ask:1:UREP:" + ID, Rung.RATING, "UREP", "as " + NAME + " knows it");
    Answer said = new Answer(Answer.Kind.UNCLEAR, NOW, "1.2", ID, null, "well, " + WORD);
    here.books.asks().add(Ask.of(asking, ID, Ask.State.HELD, NOW).heard(said));
    here.books.forgetting().told(ID, at(70));
    Asking ofJon = new Asking("ask:1:UREP:UJON", Rung.RATING, "UREP", "<@" + ID + "> did it, too");
    here.books.asks().add(Ask.of(ofJon, "UJON", Ask.State.HELD, NOW));
  }

  private static Nudge nudge(
      MentionId about, String person, Nudge.State state, Nudge.Sending sending) {
    boolean sent = state != Nudge.State.HELD && state != Nudge.State.LOGGED;
    Nudge.Party party =
        new Nudge.Party("UREP", person, person.equals(ID) ? NAME : "Jon", "Fairbank", "UEXEC");
    List<String> words = List.of(person.equals(ID) ? WORD : NAME + " told me");
    Occasion occasion = Occasion.said(Moment.ACT, about, "https://lumo.slack.example/x", words);
    return Nudge.draft(NudgeKind.DELIGHT, occasion, party, NOW)
        .living(
            new Nudge.Life(
                state,
                "because",
                state == Nudge.State.HELD ? NOW : null,
                sent ? new Nudge.Posted("DREP", about.ts()) : null,
                null,
                sending,
                null));
  }

  /** One that our people have before them, one that only waits, and one of Jon that names her. */
  private void isIntroduced() {
    here.books.executives().enlist("UEXEC", one -> one.withCapacity(9));
    here.books.executives().add(introduction("i1", ID, NAME, WORD));
    here.books
        .executives()
        .change(
            "i1",
            one ->
                one.telling(Message.ASK, "UEXEC", NOW)
                    .told(new Nudge.Posted("DEXEC", "1.1"), NOW)
                    .after(new Step(Event.NOT_ME, NOW, "UEXEC", "met " + NAME)));
    here.books.executives().add(introduction("i2", ID, NAME, WORD));
    here.books.executives().add(introduction("i3", "UJON", "Jon", "as " + NAME + " was"));
  }

  private static Introduction introduction(String id, String person, String name, String why) {
    Request request =
        new Request(person, name, "Fairbank", "UREP", why, List.of("knows " + why), NOW);
    return Introduction.requested(id, request, "UEXEC", YearMonth.of(2026, 11), NOW);
  }

  /** Something went to her, an invitation waits, and some of it had no answer. */
  private void isWrittenTo() {
    here.books.attention().take(ID, "invitation:" + ID, new Taking(3, NOW, NOW));
    here.books.attention().change(ID, manners -> manners.ignored("delight:C1:1", NOW));
    here.books.letters().hold(new Invitation(ID, "UREP", NOW, Language.SPANISH), NOW);
  }

  private void isGiven() {
    Caps caps =
        new Caps(Money.parse("50 EUR"), Money.parse("50 EUR"), Map.of("EUR", BigDecimal.ONE));
    here.books.gifts().note(gift("g1", ID, "a card for " + NAME, State.GIVEN), caps);
    here.books.gifts().note(gift("g2", "UJON", "tea, as " + NAME + " had", State.DENIED), null);
  }

  private static GiftEvent gift(String id, String person, String what, State state) {
    return new GiftEvent(
        id,
        state,
        new Gift(what, Money.parse("5 EUR"), true),
        new Party(person, FAIRBANK, "DE", "finance", false),
        new Cited(Why.WITHIN_LIMITS, "r", "v"),
        "UREP",
        NOW);
  }

  private void isLearntFrom() {
    here.books.learning().add(correction(4));
    String claim = here.books.learning().claim(Duration.ofMinutes(1)).orElseThrow();
    byte[] head = ("learnt from " + WORD).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    here.books.learning().publish(claim, version(), head, 1);
  }

  private static ModelVersion version() {
    Figures none = new Figures(0, 0, 0);
    return new ModelVersion(0, NOW, 1, none, none, Lesson.Reason.TAKEN, "UREP");
  }

  /** Some of it is dead, some is in the hand of a worker, and some waits. */
  private void isOnItsWay() {
    String tells = "hello <@%s> and %s".formatted(ID, NAME);
    List<JsonObject> events =
        List.of(
            said(ID, 50, 0, WORD),
            said("UJON", 51, 0, tells),
            passingOn(said("UJON", 52, 0, "neutral"), ID, WORD));
    IntStream.range(0, 3).forEach(i -> arrives("EvDead" + i, events.get(i)));
    for (Delivery dead : here.books.deliveries().take(10, List.of()).deliveries()) {
      here.books.deliveries().bury(dead, "it broke");
    }
    IntStream.range(0, 3).forEach(i -> arrives("EvWaits" + i, events.get(i)));
    arrives("EvLike", reaction("UJON", 5, ID));
  }

  void arrives(String id, JsonObject event) {
    here.store.append(
        new Envelope(id, here.team, Envelope.Type.EVENT, event.toString(), here.clock.instant()));
  }
}
