package dev.vouch.slack.gallery;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Revision;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.Wording;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Products;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.nudge.Mode;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.slack.view.person.GoodwillView;
import dev.vouch.slack.view.person.PersonLines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small made-up company and its customers, the same every time. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant TIED = Instant.parse("2026-09-01T00:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String REP = "U0MAYA";
  static final String APPROVER = "U0OMAR";
  static final String EXEC = "U0LENA";
  static final String ADVOCATE = "U0ANA";
  static final String SECOND = "U0TOM";
  private static final Map<String, String> NAMES =
      Map.of(
          REP,
          "Maya Lindt",
          APPROVER,
          "Omar Haddad",
          EXEC,
          "Lena Brandt",
          "B0LISTENER",
          "Listener",
          ADVOCATE,
          "Ana Ruiz",
          SECOND,
          "Tom Okafor",
          "U0ANAR",
          "Ana R.");

  static final List<String> WORDS =
      List.of(
          "it cut our month-end from five days to one", "ask for a demo, you will not regret it");

  private Samples() {}

  static String name(String person) {
    return NAMES.getOrDefault(person, person);
  }

  static MentionId mention(int number) {
    return new MentionId("C0SHARED", "17951%05d.000100".formatted(number));
  }

  static String permalink(MentionId id) {
    return "https://acme.slack.com/archives/%s/p%s"
        .formatted(id.channel(), id.ts().replace(".", ""));
  }

  static Account account() {
    return Account.named("Northwind Foods")
        .withTier(Tier.MARQUEE)
        .withOwner(REP)
        .withSponsor(EXEC)
        .withDomain("northwind.example")
        .withTeam("T0NORTH")
        .withChannel("C0SHARED")
        .with(
            new Account.Profile(
                "Runs the largest month-end we know of, and others ask them.",
                "EMEA",
                "ES",
                "food retail",
                Account.Procurement.OFF,
                "in use",
                LocalDate.of(2027, 3, 31)));
  }

  static Card card() {
    return new Card(
        new Card.Handle(ADVOCATE, null),
        "Ana Ruiz",
        "northwind-foods",
        Set.of(Role.CUSTOMER),
        "Head of Finance",
        new Card.Tongue("es", "Europe/Madrid"),
        "an import of contacts.csv");
  }

  static Revision revision() {
    return new Revision(4, APPROVER, NOW, AccountField.TIER, "named", "marquee");
  }

  static Contact advocate() {
    return new Contact(
        ADVOCATE,
        "Ana Ruiz",
        new AccountLink(
            "northwind-foods",
            "set by <@%s> with /vouch account".formatted(REP),
            mention(100).at()),
        Map.of(Intent.ADVOCACY, 2, Intent.QUESTION, 3, Intent.AMPLIFICATION, 4),
        new Reach(7, 12, 2, 1, 3, 1),
        2,
        mention(100).at(),
        mention(300).at());
  }

  static Contact contact() {
    return new Contact(
        SECOND,
        "Tom Okafor",
        null,
        Map.of(Intent.PRAISE, 1),
        Reach.NONE,
        0,
        null,
        mention(250).at());
  }

  static Contact partner() {
    return new Contact(
        "U0IVO",
        "Ivo Brandl",
        null,
        Map.of(Intent.ADVOCACY, 3),
        Reach.NONE,
        3,
        mention(120).at(),
        mention(290).at());
  }

  /** An advocate who sells with us, was given something, and is paused. */
  static PersonLines.Facts bound() {
    Relationship between =
        Relationship.none(Subject.person(ADVOCATE))
            .with(new Tie("access:1", Tie.Kind.ACCESS, "a seat on the beta board", TIED, null, REP))
            .with(new Tie("gift:1", Tie.Kind.GIFT, "a ticket to the summit", TIED, null, REP))
            .paused(pause());
    return new PersonLines.Facts(
        Set.of(Role.ADVOCATE, Role.PARTNER), between, List.of(act(), savedAct()), NOW);
  }

  /** A customer of whom nothing else is noted, whose words show a code. */
  static PersonLines.Facts free() {
    AdvocacyAct act = act();
    AdvocacyAct shown =
        new AdvocacyAct(
            act.mention(),
            act.person(),
            act.purpose(),
            act.confidence(),
            act.drivers(),
            act.evidence(),
            new Wording(Disclosure.SHOWN, true),
            act.permalink(),
            null);
    return new PersonLines.Facts(
        Set.of(Role.ADVOCATE, Role.CUSTOMER),
        Relationship.none(Subject.person(ADVOCATE)),
        List.of(shown),
        NOW);
  }

  static Pause pause() {
    return new Pause(
        REP, NOW, NOW.plusSeconds(86_400L * 20), "She is on parental leave and asked for quiet.");
  }

  static AdvocacyAct act() {
    return new AdvocacyAct(
        mention(300),
        ADVOCATE,
        Purpose.USUAL,
        0.93,
        Set.of(Driver.UNIQUE_SELLING_PROPOSITION),
        WORDS,
        false,
        permalink(mention(300)),
        null);
  }

  static AdvocacyAct savedAct() {
    return new AdvocacyAct(
        mention(200),
        ADVOCATE,
        Purpose.of(ActKind.REFERENCE_CALL),
        1,
        Set.of(Driver.UNIQUE_SELLING_PROPOSITION),
        List.of("happy to talk to them on Tuesday"),
        false,
        permalink(mention(200)),
        REP);
  }

  static List<Weighed> weighed() {
    return Weighed.all(List.of(act(), savedAct()), ledger(), false, NOW);
  }

  static List<LedgerEntry> ledger() {
    return List.of(
        LedgerEntry.moment("h", Kind.HELP, NOW.minus(Duration.ofDays(1)))
            .worth(Goodwill.worth(Kind.HELP))
            .noted(new LedgerEntry.Note(REP, "mended the import", null)),
        LedgerEntry.moment("i", Kind.INCIDENT, NOW.minus(Duration.ofDays(40)))
            .worth(Goodwill.worth(Kind.INCIDENT))
            .noted(new LedgerEntry.Note(REP, "the export was down", null)),
        LedgerEntry.moment("f", Kind.FOLLOWED_UP, NOW.minus(Duration.ofDays(20)))
            .worth(Goodwill.worth(Kind.FOLLOWED_UP))
            .noted(new LedgerEntry.Note(APPROVER, null, "i")),
        LedgerEntry.moment("p", Kind.PROMISE, NOW.minus(Duration.ofDays(9)))
            .until(NOW.minus(Duration.ofDays(2)))
            .noted(new LedgerEntry.Note(REP, "the roadmap", null)));
  }

  private static Relationship between() {
    Relationship between = Relationship.none(Subject.person(ADVOCATE));
    for (LedgerEntry entry : ledger()) {
      between = between.with(entry);
    }
    return between;
  }

  static GoodwillView.Shown goodwill() {
    List<Heard> heard = List.of(heard(Intent.QUESTION, 320, "how do we export?"));
    return new GoodwillView.Shown(
        "Ana Ruiz",
        Goodwill.lines(between(), heard, NOW),
        Recovery.open(between(), heard),
        Samples::name);
  }

  static GoodwillView.Shown toMakeGood() {
    List<Heard> heard = List.of(heard(Intent.COMPLAINT, 320, "the export is down again"));
    Relationship between = between().without("f");
    return new GoodwillView.Shown(
        "Ana Ruiz",
        Goodwill.lines(between, heard, NOW),
        Recovery.open(between, heard),
        Samples::name);
  }

  static Heard heard(Intent intent, int number, String words) {
    return heard(intent, number, words, null);
  }

  static Heard heard(Intent intent, int number, String words, @Nullable String correctedBy) {
    return new Heard(
        mention(number),
        ADVOCATE,
        intent,
        Intent.PRAISE,
        0.87,
        Sentiment.POSITIVE,
        false,
        false,
        List.of(words),
        permalink(mention(number)),
        "vouch-intent 1.0",
        correctedBy);
  }

  static List<Heard> latest() {
    return List.of(
        heard(Intent.ADVOCACY, 300, WORDS.get(0)),
        heard(Intent.QUESTION, 260, "how do we export this to our warehouse?"),
        heard(Intent.PRAISE, 240, "thanks, that was quick", REP));
  }

  /** The latest mentions, and one that speaks up for somebody else. */
  static List<Heard> latestAndForACompetitor() {
    return Stream.concat(latest().stream(), Stream.of(forACompetitor())).toList();
  }

  static Heard forACompetitor() {
    return new Heard(
        mention(220),
        ADVOCATE,
        Intent.WARNING,
        Intent.COMPLAINT,
        0.81,
        Sentiment.NEGATIVE,
        false,
        true,
        List.of("for invoices alone I would go with Tessel"),
        permalink(mention(220)),
        "vouch-intent 1.0",
        null);
  }

  static TeamSettings settings() {
    return TeamSettings.DEFAULT
        .withMode(Mode.APPROVE_FIRST)
        .withApprover(APPROVER)
        .withOwner(REP)
        .withDigest(new DigestChannel("C0TEAM", LocalTime.of(9, 0), ZONE))
        .withSource("B0LISTENER", true)
        .withStaff(SECOND, false)
        .withProducts(new Products(Set.of("Lumo", "Lumo Pay"), Set.of("Tessel")));
  }
}
