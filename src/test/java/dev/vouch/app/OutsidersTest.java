package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.view.View;
import dev.vouch.app.setting.Config;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.OwnBook;
import dev.vouch.pipeline.reply.OwnRecord;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.gallery.Gallery;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.gallery.Gallery.Surface;
import dev.vouch.slack.view.Actions;
import dev.vouch.store.Store;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/**
 * Nothing internal is ever shown to anybody who is not of our own: whatever is held, whichever way
 * Vouch has of saying things, whatever they type and press, and whatever fails inside.
 */
class OutsidersTest {
  private static final String SHARED = "#community";
  private static final List<String> OUTSIDE = List.of("Amara", "Priya");

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;
  private OutsideEyes eyes;
  private Secrets secrets;
  private Secrets.Staff staff;

  @BeforeEach
  void secretsAreHeld() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard()
                .withClock(SandboxClock.startingAt(Instant.parse("2026-11-18T10:00:00Z"))),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
    staff = new Secrets.Staff(ours("Ole Zqowner"), ours("Sven Zqsponsor"), ours("Anna Zqapprover"));
    secrets = new Secrets(books, slack.clock().instant());
    for (String person : List.of("Amara", "Priya", "Yuki")) {
      secrets.plant(id(person), staff);
    }
    eyes = new OutsideEyes(slack, List.of(id("Amara"), id("Priya"), id("Yuki")));
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private String ours(String name) {
    return slack.addPerson(Person.of(name, slack.roster().own(), Person.Kind.STAFF)).id();
  }

  private String id(String person) {
    return slack.roster().find(person).id();
  }

  private MethodsClient bot() {
    return SlackClient.of(here.sandbox.apiUrl()).methods(here.sandbox.botToken());
  }

  private void nothingInternalWasShown(int atLeast) {
    assertThat(eyes.telling(Secrets.TELLING)).isEmpty();
    assertThat(eyes.telling(List.of(staff.owner(), staff.sponsor(), staff.approver()))).isEmpty();
    assertThat(eyes.size()).as("how much they were shown").isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void eyes_seeWhatIsShownWhereOutsidersCanRead() throws Exception {
    bot().chatPostMessage(post -> post.channel(shared()).text("zqshown"));
    bot()
        .chatPostMessage(
            post -> post.channel(slack.conversations().find("#general").id()).text("zqhidden"));

    assertThat(eyes.telling(List.of("zqshown"))).hasSize(1);
    assertThat(eyes.telling(List.of("zqhidden"))).isEmpty();
  }

  /** Every method, with everything that its parameters can be where it goes to somebody outside. */
  @Test
  void noWayOfTheMessenger_tellsThem() throws Exception {
    Messenger messenger = here.vouch.workspace(here.sandbox.teamId()).messenger();
    for (Method way : Messenger.class.getDeclaredMethods()) {
      if (!Modifier.isAbstract(way.getModifiers())) {
        continue;
      }
      for (Object[] arguments : pairs(way.getParameterTypes(), this::candidates)) {
        letTimePass();
        call(messenger, way, arguments);
      }
    }
    nothingInternalWasShown(10);
  }

  /** A channel has its messages in its own pace. */
  private void letTimePass() {
    slack.clock().advance(Duration.ofSeconds(10));
  }

  private static void call(Messenger messenger, Method way, Object[] arguments) throws Exception {
    try {
      way.invoke(messenger, arguments);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).as(way.getName()).isInstanceOf(Messenger.Refused.class);
    }
  }

  private static List<Object[]> product(Class<?>[] types, Function<Class<?>, List<?>> candidates) {
    return some(types, candidates, 1);
  }

  /** Any two of all candidates together, but not each two with each third. */
  private static List<Object[]> pairs(Class<?>[] types, Function<Class<?>, List<?>> candidates) {
    int fewest =
        Arrays.stream(types).mapToInt(type -> candidates.apply(type).size()).min().orElse(1);
    return some(types, candidates, types.length < 3 ? 1 : fewest);
  }

  /** Those of the product whose places among the candidates have a sum that can be divided. */
  private static List<Object[]> some(
      Class<?>[] types, Function<Class<?>, List<?>> candidates, int divisor) {
    List<List<?>> each = new ArrayList<>();
    Arrays.stream(types).forEach(type -> each.add(candidates.apply(type)));
    int all = each.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
    List<Object[]> some = new ArrayList<>();
    for (int number = 0; number < all; number++) {
      Object[] one = new Object[types.length];
      int sum = 0;
      int rest = number;
      for (int i = 0; i < types.length; i++) {
        int place = rest % each.get(i).size();
        rest /= each.get(i).size();
        one[i] = each.get(i).get(place);
        sum += place;
      }
      if (sum % divisor == 0) {
        some.add(one);
      }
    }
    return some;
  }

  /** Of a type that is new here nobody knows yet what it tells. */
  private List<?> candidates(Class<?> type) {
    Map<Class<?>, List<?>> known = new HashMap<>();
    String dm = slack.dmChannelWithBot("Amara").id();
    known.put(String.class, List.of(id("Amara"), id("Priya"), shared(), dm));
    known.put(Instant.class, List.of(slack.clock().instant()));
    known.put(byte[].class, List.of("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    known.put(MentionId.class, List.of(said("Amara", dm), said("Amara", shared())));
    known.put(Nudge.class, List.of(Secrets.nudge(id("Yuki"), staff, Nudge.State.SENT)));
    known.put(Notice.class, notices());
    known.put(Digest.class, List.of(digest()));
    known.put(Invitation.class, List.of(invitation("Amara"), invitation("Priya")));
    known.put(Silence.class, List.of(new Silence(id("Amara"), slack.clock().instant(), 7, null)));
    known.put(Nudge.Posted.class, List.of(new Nudge.Posted(rita(), "1794996000.000100")));
    known.put(GiftNews.class, List.of(gift()));
    known.put(Task.class, List.of(new Task(id("Yuki"), "zqtask", slack.clock().instant())));
    known.put(Reply.class, replies());
    List<?> candidates = known.get(type);
    return candidates == null ? fail("what can a %s tell somebody outside?", type) : candidates;
  }

  private final Map<String, MentionId> messages = new HashMap<>();

  private MentionId said(String person, String channel) {
    return messages.computeIfAbsent(
        channel, in -> new MentionId(in, slack.postAs(person, in, "hello there")));
  }

  private String shared() {
    return slack.conversations().find(SHARED).id();
  }

  private Invitation invitation(String person) {
    return new Invitation(id(person), id("Rita"), slack.clock().instant(), Language.ENGLISH);
  }

  private String rita() {
    return slack.dmChannelWithBot("Rita").id();
  }

  private GiftNews gift() {
    return new GiftNews(
        new GiftEvent(
            "zqgift",
            GiftEvent.State.ASKED,
            new Gift("zqwhat", new Money(4_200, Currency.getInstance("EUR")), true),
            new Party(id("Yuki"), "zqaccount", "DE", "zqsector", true),
            new Cited(Verdict.Why.values()[0], "zqrule", "zqpolicy"),
            staff.owner(),
            slack.clock().instant()),
        null);
  }

  private List<Notice> notices() {
    Introduction one = secrets.introduction(id("Yuki"), staff);
    List<Notice> all = new ArrayList<>();
    for (Introduction.Message message : Introduction.Message.values()) {
      all.add(
          Notice.bare(
              one,
              new Introduction.Delivery(
                  message, 0, id("Amara"), slack.clock().instant(), null, false)));
    }
    return all;
  }

  private Digest digest() {
    Instant now = slack.clock().instant();
    return new Digest(
        LocalDate.of(2026, 11, 18),
        ZoneOffset.UTC,
        now.minusSeconds(86_400),
        now,
        books.advocates().heard(id("Yuki"), 9).stream()
            .map(heard -> new Digest.Entry(heard, "zqperson", "zqaccount"))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        new Totals(1, 2, 3, 4, 5, 6),
        7,
        List.of());
  }

  /** Each kind of answer there is, in each language, with all that is held about a person in it. */
  private List<Reply> replies() {
    List<Reply> all = new ArrayList<>();
    for (Class<?> kind : Reply.class.getPermittedSubclasses()) {
      Constructor<?> made = kind.getDeclaredConstructors()[0];
      for (Object[] parts : product(made.getParameterTypes(), this::parts)) {
        try {
          all.add((Reply) made.newInstance(parts));
        } catch (ReflectiveOperationException e) {
          throw new AssertionError("how is a %s made?".formatted(kind), e);
        }
      }
    }
    return all;
  }

  private List<?> parts(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (type == Instant.class) {
      return List.of(slack.clock().instant());
    }
    if (type == String.class) {
      return List.of("Noted.");
    }
    assertThat(type).as("what can stand in a reply").isEqualTo(OwnRecord.class);
    OwnBook own =
        new OwnBook(
            books.advocates(),
            books.accounts(),
            books.relationships(),
            here.vouch.workspace(here.sandbox.teamId()).directory());
    OwnRecord record = own.of(id("Amara"));
    return Arrays.stream(Language.values()).map(record::in).toList();
  }

  /** Buttons with every id that Vouch listens to, on messages that outsiders have before them. */
  @Test
  void nothingTheyPress_tellsThem() throws Exception {
    for (String person : OUTSIDE) {
      for (String value : values()) {
        for (List<String> some : parts(actionIds(), 25)) {
          letTimePass();
          press(person, some, value);
        }
      }
      for (Choice.Kind kind : Choice.Kind.values()) {
        if (kind != Choice.Kind.ERASE_NOW) {
          letTimePass();
          press(person, List.of(Actions.own(kind)), values().get(0));
          letTimePass();
          press(person, List.of(Actions.own(kind)), "30");
        }
      }
    }
    tryAllAgain();
    press("Amara", List.of(Actions.own(Choice.Kind.ERASE_NOW)), "x");
    tryAllAgain();
    nothingInternalWasShown(30);
  }

  /** What fails is tried again after a pause, and another, until it is given up. */
  private void tryAllAgain() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              RedisTime.endPauses(here.backend.store().address(), here.sandbox.teamId());
              return books.deliveries().backlog().waiting() == 0;
            });
    here.settle();
  }

  private List<String> values() {
    Nudge nudge = Secrets.nudge(id("Yuki"), staff, Nudge.State.SENT);
    MentionId mention = Secrets.mention(id("Yuki"), 0);
    return List.of(
        nudge.id(),
        mention.toString(),
        id("Yuki") + " " + id("Priya"),
        "praise " + mention,
        "tie",
        "30");
  }

  private static List<String> actionIds() throws IllegalAccessException {
    Set<String> all = new TreeSet<>();
    for (Field field : Actions.class.getDeclaredFields()) {
      if (field.getType() == String.class) {
        all.add((String) field.get(null));
      }
    }
    Arrays.stream(NudgeAnswer.Choice.values()).map(Actions::nudge).forEach(all::add);
    Arrays.stream(Stage.Event.values()).map(Actions::introduction).forEach(all::add);
    Arrays.stream(GiftEvent.State.values()).map(Actions::gift).forEach(all::add);
    all.remove(Actions.COMMAND);
    return List.copyOf(all);
  }

  private static <T> List<List<T>> parts(List<T> all, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(from + most, all.size())));
    }
    return parts;
  }

  private void press(String person, List<String> ids, String value) throws Exception {
    String channel = slack.dmChannelWithBot(person).id();
    JsonArray buttons = new JsonArray();
    ids.forEach(one -> buttons.add(button(one, value)));
    JsonObject block = new JsonObject();
    block.addProperty("type", "actions");
    block.add("elements", buttons);
    String ts =
        bot()
            .chatPostMessage(
                post ->
                    post.channel(channel)
                        .text(OutsideEyes.FORGED)
                        .blocksAsString("[" + block + "]"))
            .getTs();
    for (String one : ids) {
      try {
        told(slack.pressAs(person, new Container.InMessage(channel, ts), button(one, value)));
      } catch (Refused e) {
        eyes.told(String.valueOf(e.getMessage())); // What came of one before has taken its place.
      }
    }
  }

  private static JsonObject button(String id, String value) {
    JsonObject label = new JsonObject();
    label.addProperty("type", "plain_text");
    label.addProperty("text", "Press");
    JsonObject button = new JsonObject();
    button.addProperty("type", "button");
    button.addProperty("action_id", id);
    button.addProperty("value", value);
    button.add("text", label);
    return button;
  }

  private void told(Outcome outcome) {
    eyes.told(String.valueOf(outcome.error()));
  }

  /** All that the app's card offers, typed by a guest and by one of us beside outsiders. */
  @Test
  void nothingThatIsTyped_tellsThem() {
    slack.join(SHARED, id("Priya"));
    for (AppCard.Use use : AppCard.vouch().commands().get(0).uses()) {
      String typed =
          "/vouch "
              + use.usage()
                  .replace("@person", "@Amara")
                  .replace("@other", "@Yuki")
                  .replace("account NAME", "account Company of " + id("Amara"));
      told(slack.commandAs("Priya", SHARED, typed));
      assertThat(slack.commandAs("Rita", SHARED, typed).error()).isEmpty();
    }
    here.settle();
    assertThat(slack.ephemerals("Rita", SHARED).toString())
        .as("what Rita is told beside them")
        .contains("zqcriteria", "oodwill");
    assertThat(slack.ephemerals("Priya", SHARED)).isNotEmpty();
    nothingInternalWasShown(1);
  }

  @Test
  void nothingTheyWrite_tellsThem() {
    for (String person : OUTSIDE) {
      String dm = slack.dmChannelWithBot(person).id();
      for (String words :
          List.of(
              "hello",
              "what do you know about me",
              "why do you have this?",
              "download",
              "what is my goodwill and who is my sponsor?",
              "pause for a month",
              "start again",
              "I would rather not",
              "stop",
              "delete my data")) {
        letTimePass();
        slack.postAs(person, dm, words);
        here.settle();
      }
      letTimePass();
      slack.postAs(
          person, SHARED, "<@" + here.sandbox.botPersonId() + "> please stop writing to me");
      here.settle();
    }
    slack.openHomeAs("Priya");
    here.settle();
    assertThat(slack.home("Priya")).isPresent();
    nothingInternalWasShown(15);
  }

  /** What is broken inside says so to the log, under a reference, and to nobody outside. */
  @Test
  void nothingThatFails_tellsThem() throws Exception {
    breakWhatIsHeld();
    Messenger messenger = here.vouch.workspace(here.sandbox.teamId()).messenger();
    for (String person : OUTSIDE) {
      slack.postAs(person, slack.dmChannelWithBot(person).id(), "what do you know about me");
      press(person, List.of(Actions.own(Choice.Kind.SHOW), Actions.own(Choice.Kind.WRONG)), "x");
      press(person, List.of(Actions.CORRECT, Actions.PATTERN_CONFIRM, Actions.MERGE_YES), "a b");
    }
    told(slack.commandAs("Priya", SHARED, "/vouch who @Amara"));
    told(slack.commandAs("Rita", SHARED, "/vouch who @Amara"));
    slack.openHomeAs("Priya");
    assertThat(here.sandbox.awaitQuiet(Duration.ofSeconds(5))).isTrue();
    assertThat(messenger).isNotNull();
    nothingInternalWasShown(1);
  }

  private void breakWhatIsHeld() {
    try (RedisClient redis = RedisClient.create(here.backend.store().address().uri().toString())) {
      String prefix = "vouch:{%s}:".formatted(here.sandbox.teamId());
      for (String person : OUTSIDE) {
        redis.hset(prefix + "relation:person:" + id(person), "p", "zqbroken, no JSON");
        redis.hset(prefix + "cards", id(person), "{\"zqbroken\":");
      }
      redis.hset(prefix + "accounts", "company-of-" + id("Amara").toLowerCase(), "zqbroken");
    }
  }

  /** Each view for outsiders as a message, an edit, a whisper and a page, as Slack takes it. */
  @Test
  void noViewOfTheirs_tellsThem() throws Exception {
    Set<Audience> outside = Set.of(Audience.ADVOCATE, Audience.EXTERNAL);
    List<Piece> theirs =
        Gallery.pieces().stream().filter(piece -> outside.contains(piece.audience())).toList();
    String dm = slack.dmChannelWithBot("Amara").id();
    String first = bot().chatPostMessage(post -> post.channel(dm).text("first")).getTs();
    for (Piece piece : theirs) {
      if (piece.surface() == Surface.HOME) {
        View page = View.builder().type("home").blocks(piece.blocks()).build();
        assertThat(bot().viewsPublish(one -> one.userId(id("Priya")).view(page)).isOk()).isTrue();
      } else if (piece.surface() == Surface.MESSAGE) {
        show(piece, dm, first);
      }
    }
    assertThat(eyes.telling(Secrets.TELLING)).isEmpty();
    assertThat(eyes.telling(List.of("Lena Brandt", "Ana Ruiz", "Northwind", "month-end we know")))
        .as("who and what the gallery's company knows")
        .isEmpty();
    assertThat(eyes.size()).isGreaterThan(theirs.size());
  }

  private void show(Piece piece, String dm, String first) throws Exception {
    assertThat(
            bot()
                .chatPostMessage(post -> post.channel(dm).text(piece.text()).blocks(piece.blocks()))
                .isOk())
        .as(piece.name())
        .isTrue();
    assertThat(
            bot()
                .chatUpdate(
                    change ->
                        change.channel(dm).ts(first).text(piece.text()).blocks(piece.blocks()))
                .isOk())
        .isTrue();
    assertThat(
            bot()
                .chatPostEphemeral(
                    whisper ->
                        whisper
                            .channel(shared())
                            .user(id("Amara"))
                            .text(piece.text())
                            .blocks(piece.blocks()))
                .isOk())
        .isTrue();
  }
}
