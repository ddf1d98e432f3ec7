package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.advocate.Spread.Share;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.digest.Breadth;
import dev.vouch.digest.Breadth.Asked;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.slack.view.figure.BreadthView;
import dev.vouch.slack.view.figure.DigestView;
import dev.vouch.slack.view.figure.TopView;
import dev.vouch.slack.view.home.HomeViews;
import dev.vouch.slack.view.home.SettingsView;
import dev.vouch.slack.view.nudge.NudgeView;
import dev.vouch.slack.view.person.AccountView;
import dev.vouch.slack.view.person.PersonLines;
import dev.vouch.slack.view.person.PersonView;
import dev.vouch.slack.view.person.WhoView;
import dev.vouch.slack.view.person.WhyView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people write or call themselves: views stay within Slack's limits and ping nobody. */
class HostileWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final MentionId ID = new MentionId("C0SHARED", "1763600000.000100");

  static List<String> hostile() {
    return List.of(
        "x".repeat(10_000),
        "<!channel> <!here> <!everyone> <@U1> <@U1|ana> <#C1> <!subteam^S1> @channel @here",
        "```unclosed *bold* _x_ ~gone~ `code` > quote\n> more\n\n" + "`".repeat(3_000),
        "\u05E9\u05DC\u05D5\u05DD \u202Egnisrever\u202C \u2066isolate\u2069 "
            + "\u0645".repeat(5_000),
        "\uD83D\uDE00".repeat(5_000),
        "\uD83D\uD83D\uDE00 broken \uDE00 \u0000 nul \u0007",
        "&<>".repeat(4_000),
        "<https://evil.example|click> <javascript:alert(1)|x>",
        " ",
        "");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyView_staysHarmless(String words) {
    for (Rendering view : views(words)) {
      SlackLimits.hold(view.blocks(), 50);
      assertThat(view.text()).isNotBlank().hasSizeLessThanOrEqualTo(300);
      harmless(view.text() + json(view.blocks()));
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void modalAndHome_stayHarmless(String words) {
    var modal = SaveModal.of(ID, "U0ANA", words);
    SlackLimits.hold(modal.getBlocks(), 100);
    assertThat(modal.getPrivateMetadata()).hasSizeLessThanOrEqualTo(3_000);
    HomeViews.Page page = new HomeViews.Page("U0MAYA", entries(words), nudges(words), settings());
    SlackLimits.hold(HomeViews.rep(page, id -> words).getBlocks(), 100);
    SlackLimits.hold(HomeViews.manager(page, spread(words), id -> words).getBlocks(), 100);
    harmless(json(HomeViews.rep(page, id -> words).getBlocks()));
  }

  private static void harmless(String shown) {
    assertThat(shown)
        .doesNotContain(
            "<!channel", "<!here", "<!everyone", "<!subteam", "<@", "<#C1", "<javascript")
        .doesNotContain("<https://evil", "@channel", "@here", "```", "\u202E", "\u2066");
    assertThat(shown.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF)).isEmpty();
    assertThat(shown.codePoints().filter(point -> point < 32 && point != '\n')).isEmpty();
  }

  private static List<Rendering> views(String words) {
    Contact person = contact(words);
    return List.of(
        NudgeView.of(nudges(words).get(0), id -> words),
        NudgeView.of(nudges(words).get(1), id -> words),
        NudgeView.of(nudges(words).get(0).now(Nudge.State.APPROVAL, words), id -> words),
        NudgeView.of(nudges(words).get(0).answeredBy("U1", Nudge.State.DOING, words), id -> words),
        DigestView.of(digest(words)),
        WhoView.of(new WhoView.Facts(person, account(), evidence(words), NOW), id -> words),
        WhyView.of(
            new WhyView.Facts(person, words, evidence(words), nudges(words), NOW, null),
            id -> words),
        TopView.of(
            Collections.nCopies(200, person), Collections.nCopies(200, person), 200, id -> words),
        NudgeView.of(
            nudge(NudgeKind.COMPETITOR_FLAG, Moment.FOR_A_COMPETITOR, words).noted(words),
            id -> words),
        PersonView.paused(words, new Pause("U1", NOW, null, words)),
        PersonView.of(words, words, bound(words), id -> words),
        WhoView.of(new WhoView.Facts(person, account(), evidence(words), NOW), id -> words)
            .and(PersonLines.brief(bound(words), id -> words)),
        BreadthView.of(breadth(words), id -> words),
        AccountView.of(
            new AccountView.Shown(
                account(), Collections.nCopies(200, person), Map.of("U0ANA", card(words))),
            words,
            id -> words),
        SettingsView.of(settings(), words, id -> words),
        HelpView.unclear("There is no command called \"" + words + "\".", words),
        ErrorView.of("Sorry.", words));
  }

  private static PersonLines.Facts bound(String words) {
    Relationship between =
        Relationship.none(Subject.person("U0ANA")).paused(new Pause("U1", NOW, null, words));
    for (int i = 0; i < 40; i++) {
      between = between.with(new Tie("t" + i, Tie.Kind.ACCESS, words, NOW, NOW, "U1"));
    }
    return new PersonLines.Facts(
        Set.of(Role.values()), between, Collections.nCopies(40, act(words)), NOW);
  }

  /** Everything that can carry words does. */
  private static Evidence evidence(String words) {
    Relationship between = Relationship.none(Subject.person("U0ANA"));
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < 5; i++) {
        between =
            between.with(
                LedgerEntry.moment(kind + "" + i, kind, NOW.minusSeconds(i))
                    .noted(new LedgerEntry.Note("U1", words, words)));
      }
    }
    return new Evidence(
        Collections.nCopies(40, act(words)),
        Stream.concat(
                Collections.nCopies(40, heard(words)).stream(),
                Stream.of(praise(words), theirs(words)))
            .toList(),
        between,
        Relationship.none(Subject.account("northwind")),
        null);
  }

  private static Heard praise(String words) {
    return said(Intent.PRAISE, "1763600001.000100", words);
  }

  private static Heard theirs(String words) {
    return said(Intent.WARNING, "1763600002.000100", words);
  }

  private static Heard said(Intent intent, String ts, String words) {
    return new Heard(
        new MentionId("C0SHARED", ts),
        "U0ANA",
        intent,
        Intent.PRAISE,
        1,
        Sentiment.POSITIVE,
        false,
        true,
        Collections.nCopies(9, words),
        words,
        words,
        "U1");
  }

  private static Contact contact(String words) {
    Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      counts.put(intent, Integer.MAX_VALUE);
    }
    return new Contact(
        "U0ANA", words, new AccountLink("northwind", words, NOW), counts, Reach.NONE, 3, NOW, NOW);
  }

  private static Spread spread(String words) {
    Circle most = new Circle(Long.MAX_VALUE, 9, 9, Long.MAX_VALUE);
    return new Spread(most, most, Collections.nCopies(3, new Share(contact(words), 9)));
  }

  private static Breadth breadth(String words) {
    Contact person = contact(words);
    return new Breadth(
        spread(words),
        Collections.nCopies(100, person),
        Collections.nCopies(100, new Asked(person, Long.MAX_VALUE)),
        true);
  }

  private static Card card(String words) {
    return new Card(
        new Card.Handle("U0ANA", null),
        words,
        "northwind",
        Set.of(),
        words,
        Card.Tongue.UNKNOWN,
        words);
  }

  private static Account account() {
    Account account = Account.named("Northwind <!channel> & `Foods`").withOwner("U1");
    for (int i = 0; i < 100; i++) {
      account =
          account.withDomain("d%d.%s.example".formatted(i, "x".repeat(200))).withTeam("T" + i);
    }
    String words = "<!here> *" + "y".repeat(500);
    return account.with(new Account.Profile(words, words, words, words, null));
  }

  private static AdvocacyAct act(String words) {
    return new AdvocacyAct(
        ID,
        "U0ANA",
        Purpose.of(ActKind.REVIEW),
        1,
        Set.of(),
        Collections.nCopies(9, words),
        true,
        words,
        "U1");
  }

  private static Heard heard(String words) {
    return new Heard(
        ID,
        "U0ANA",
        Intent.ADVOCACY,
        Intent.PRAISE,
        1,
        Sentiment.POSITIVE,
        true,
        false,
        Collections.nCopies(9, words),
        words,
        words,
        "U1");
  }

  private static List<Entry> entries(String words) {
    return Collections.nCopies(60, new Entry(heard(words), words, words));
  }

  private static Nudge nudge(NudgeKind kind, Moment moment, String words) {
    String sponsor = kind == NudgeKind.EXEC_INTRO ? "U9" : null;
    Nudge.Party party = new Nudge.Party("U0MAYA", "U0ANA", words, words, sponsor);
    Occasion occasion = Occasion.said(moment, ID, words, Collections.nCopies(9, words));
    return Nudge.draft(kind, occasion, party, NOW).now(Nudge.State.SENT, words);
  }

  private static List<Nudge> nudges(String words) {
    Nudge delight =
        nudge(NudgeKind.DELIGHT, Moment.ACT, words)
            .advising(new Advice(Gesture.THANK_YOU, List.of(Gesture.SPOTLIGHT), words));
    Nudge intro = nudge(NudgeKind.EXEC_INTRO, Moment.ACT, words);
    return List.of(delight, intro, delight, intro, delight, intro, delight, intro);
  }

  private static Digest digest(String words) {
    List<Entry> many = entries(words);
    return new Digest(
        LocalDate.of(2026, 11, 20),
        ZoneOffset.UTC,
        NOW,
        NOW,
        many,
        many,
        many,
        many,
        new Totals(900, 900, 900, 900, 900, Long.MAX_VALUE),
        99,
        List.of());
  }

  private static TeamSettings settings() {
    TeamSettings settings = TeamSettings.DEFAULT.withApprover("U1").withOwner("U2");
    for (int i = 0; i < 100; i++) {
      settings =
          settings
              .withDigest(new DigestChannel("CD" + i, LocalTime.NOON, ZoneOffset.UTC))
              .withSource("B" + i, true)
              .withStaff("U" + i, i % 2 == 0);
    }
    return settings;
  }

  /**
   * As Slack would get it, with JSON's own escapes undone so that what is compared is what is
   * shown.
   */
  private static String json(List<LayoutBlock> blocks) {
    StringBuilder shown = new StringBuilder();
    collect(
        GsonFactory.createSnakeCase()
            .toJsonTree(blocks, new TypeToken<List<LayoutBlock>>() {}.getType()),
        shown);
    return shown.toString();
  }

  private static void collect(com.google.gson.JsonElement element, StringBuilder into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element.isJsonObject()) {
      element.getAsJsonObject().entrySet().forEach(entry -> collect(entry.getValue(), into));
    } else if (element.isJsonPrimitive()) {
      into.append(element.getAsString()).append('\n');
    }
  }
}
