package dev.vouch.nudge.gift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Account.Procurement;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.gift.Recipient.Spent;
import dev.vouch.nudge.gift.Verdict.Allowed;
import dev.vouch.nudge.gift.Verdict.Denied;
import dev.vouch.nudge.gift.Verdict.NeedsApprover;
import dev.vouch.nudge.gift.Verdict.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the rules that come with Vouch say, by country, sector and role, and what stands above them.
 */
class GiftPolicyTest {
  private static final GiftPolicy POLICY = PolicyFile.shipped();
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Relationship ANA = Relationship.none(Subject.person("U0ANA"));

  /** Somebody about whom a test knows as much as it must. */
  private record Case(
      Account account, Relationship between, boolean decider, RoleRules roles, Known known) {
    private record Known(@Nullable Instant lastAct, Spent spent) {}

    static Case of(String country, String sector) {
      return new Case(
          GiftPolicyTest.account(country, sector, "off"),
          ANA,
          false,
          RoleRules.FREE,
          new Known(null, Spent.NOTHING));
    }

    Case with(Account other) {
      return new Case(other, between, decider, roles, known);
    }

    Case with(Relationship other) {
      return new Case(account, other, decider, roles, known);
    }

    Case decider(boolean decides) {
      return new Case(account, between, decides, roles, known);
    }

    Case with(RoleRules other) {
      return new Case(account, between, decider, other, known);
    }

    Case lastAct(Instant at) {
      return new Case(account, between, decider, roles, new Known(at, known.spent()));
    }

    Case spent(Map<String, Long> person, Map<String, Long> company) {
      Known other = new Known(known.lastAct(), new Spent(person, company));
      return new Case(account, between, decider, roles, other);
    }

    Verdict gets(String what, String worth) {
      return POLICY.decide(
          new Gift(what, Money.parse(worth), true),
          new Recipient(between, account, decider, roles, known.lastAct(), known.spent()),
          NOW);
    }

    Verdict gets(String worth) {
      return gets("a book on bees", worth);
    }
  }

  private static Account account(String country, String sector, String procurement) {
    Account account = AccountField.COUNTRY.set(Account.named("Northwind"), country);
    account = AccountField.SECTOR.set(account, sector);
    return AccountField.PROCUREMENT.set(account, procurement);
  }

  private static String said(Verdict verdict) {
    String answer =
        verdict instanceof Allowed ? "yes" : verdict instanceof NeedsApprover ? "approver" : "no";
    return "%s %s %s"
        .formatted(answer, verdict.basis().why().name(), verdict.basis().ruleId())
        .strip();
  }

  @ParameterizedTest
  @CsvSource({
    // Public bodies.
    "US, public, false, 20 USD, approver ABOVE_APPROVAL us-public",
    "US, federal agency, false, 20.01 USD, no OVER_GIFT us-public",
    "US, public, true, 5 USD, approver ABOVE_APPROVAL us-public",
    "EU, public, false, 5 EUR, no FORBIDDEN eu-institutions",
    "DE, Behörde, false, 5 EUR, no FORBIDDEN de-public",
    "FR, government, false, 1 EUR, no FORBIDDEN fr-public",
    "JP, ministry, false, 100 JPY, no FORBIDDEN jp-public",
    "SG, public, false, 5 SGD, no FORBIDDEN sg-public",
    "BR, public, false, 5 BRL, no FORBIDDEN br-public",
    "GB, city council, false, 10 GBP, approver ABOVE_APPROVAL gb-public",
    "GB, public, false, 11 GBP, no OVER_GIFT gb-public",
    "IN, public, false, 5 INR, no FORBIDDEN public-elsewhere",
    "SE, public hospital, false, 5 EUR, no FORBIDDEN public-elsewhere",
    // Health care.
    "US, hospital, false, 5 USD, no FORBIDDEN us-health",
    "FR, pharma, false, 5 EUR, no FORBIDDEN fr-health",
    "DE, health, false, 5 EUR, no FORBIDDEN de-health",
    "GB, clinic, false, 5 GBP, no FORBIDDEN gb-health",
    "ZA, health care, false, 5 ZAR, no FORBIDDEN health-elsewhere",
    // Finance.
    "US, bank, false, 25 USD, yes WITHIN_LIMITS us-finance",
    "US, insurance, false, 50 USD, approver ABOVE_APPROVAL us-finance",
    "US, finance, false, 51 USD, no OVER_GIFT us-finance",
    "GB, banking, false, 10 GBP, yes WITHIN_LIMITS gb-finance",
    "NL, asset management, false, 20 EUR, approver ABOVE_APPROVAL eea-finance",
    "NL, finance, false, 20.01 EUR, no OVER_GIFT eea-finance",
    "JP, bank, false, 1000 JPY, no NO_RULE",
    // Everything else.
    "DE, food retail, false, 25 EUR, yes WITHIN_LIMITS de-other",
    "DE, other, false, 25.01 EUR, no OVER_GIFT de-other",
    "DE, other, true, 15 EUR, approver ABOVE_APPROVAL eea-decider",
    "DE, other, true, 16 EUR, no OVER_GIFT eea-decider",
    "ES, software, false, 20 EUR, yes WITHIN_LIMITS eea-other",
    "NO, software, false, 20 NOK, no CURRENCY eea-other",
    "GB, retail, false, 25 GBP, yes WITHIN_LIMITS gb-other",
    "GB, retail, true, 15 GBP, approver ABOVE_APPROVAL gb-decider",
    "US, software, false, 25 USD, yes WITHIN_LIMITS us-other",
    "US, software, true, 20 USD, approver ABOVE_APPROVAL us-decider",
    "US, software, false, 20 EUR, no CURRENCY us-other",
    "CH, manufacturing, false, 25 CHF, yes WITHIN_LIMITS ch-other",
    "CA, media, false, 30 CAD, yes WITHIN_LIMITS ca-other",
    "AU, logistics, false, 40 AUD, yes WITHIN_LIMITS au-other",
    "JP, automotive, false, 3000 JPY, yes WITHIN_LIMITS jp-other",
    "CN, software, false, 5 CNY, no NO_RULE",
    "AE, construction, false, 5 AED, no NO_RULE",
    "DE, something nobody has heard of, false, 5 EUR, no SECTOR_UNKNOWN"
  })
  void rule_decidesByCountrySectorAndRole(
      String country, String sector, boolean decider, String worth, String expected) {
    assertThat(said(Case.of(country, sector).decider(decider).gets(worth))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Sector.class)
  void everywhere_publicBodiesAndHealthCareGetNothingWithoutAnApprover(Sector sector) {
    for (String country : Locale.getISOCountries()) {
      for (boolean decider : List.of(true, false)) {
        Verdict verdict = Case.of(country, sector.wire()).decider(decider).gets("1 EUR");
        boolean strict =
            sector == Sector.PUBLIC || sector == Sector.HEALTH || decider && sector == Sector.OTHER;
        assertThat(strict && verdict instanceof Allowed).as(country).isFalse();
        assertThat(verdict.basis().policy()).isEqualTo(POLICY.version());
        assertThat(verdict instanceof Denied || verdict.basis().rule() != null)
            .as(country)
            .isTrue();
      }
    }
  }

  @Test
  void whatIsNotKnown_isDenied_andSaysWhatToSay() {
    Case free = Case.of("DE", "other");
    assertThat(said(free.with(account("none", "other", "off")).gets("5 EUR")))
        .isEqualTo("no COUNTRY_UNKNOWN");
    assertThat(said(free.with(account("DE", "none", "off")).gets("5 EUR")))
        .isEqualTo("no SECTOR_UNKNOWN");
    assertThat(Why.SECTOR_UNKNOWN.change()).contains("/vouch account NAME sector public`");
    Recipient nobody = new Recipient(ANA, null, false, RoleRules.FREE, null, Spent.NOTHING);
    assertThat(said(POLICY.decide(new Gift("a card", Money.parse("5 EUR"), true), nobody, NOW)))
        .isEqualTo("no NO_ACCOUNT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an Amazon gift card",
        "Cash",
        "two vouchers",
        "a Gutschein for books",
        "20 euros in bitcoin",
        "a prepaid card",
        "un chèque",
        "store credit"
      })
  void moneyAndWhatIsAsGoodAsMoney_isNeverGiven(String what) {
    assertThat(said(Case.of("DE", "other").gets(what, "5 EUR"))).isEqualTo("no CASH de-other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a cashmere scarf", "a book about money-free living in forests", "bonbons"})
  void whatOnlySoundsLikeMoney_isNoMoney(String what) {
    boolean money = what.contains("money");
    assertThat(Case.of("DE", "other").gets(what, "5 EUR") instanceof Denied).isEqualTo(money);
  }

  @Test
  void whileTheyChooseOrNegotiate_nothingIsGiven() {
    Case free = Case.of("DE", "other");
    for (String state : List.of("on", "negotiation")) {
      assertThat(said(free.with(account("DE", "other", state)).gets("5 EUR")))
          .isEqualTo("no PROCUREMENT de-other");
    }
    assertThat(said(free.with(account("DE", "other", "none")).gets("5 EUR")))
        .isEqualTo("approver PROCUREMENT_UNKNOWN de-other");
    assertThat(account("DE", "other", "on").profile().procurement()).isEqualTo(Procurement.ON);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "60, false", "61, true"})
  void beforeARenewal_nothingIsGiven(int days, boolean allowed) {
    LocalDate renewal = LocalDate.of(2026, 11, 20).plusDays(days);
    Account account = AccountField.RENEWAL.set(account("DE", "other", "off"), renewal.toString());
    Verdict verdict = Case.of("DE", "other").with(account).gets("5 EUR");
    assertThat(said(verdict))
        .isEqualTo(allowed ? "yes WITHIN_LIMITS de-other" : "no RENEWAL_NEAR de-other");
  }

  @Test
  void nearAnActOrAnAsk_nothingIsGiven() {
    Case free = Case.of("DE", "other");
    assertThat(said(free.lastAct(NOW.minus(Duration.ofDays(3)).plusSeconds(1)).gets("5 EUR")))
        .isEqualTo("no NEAR_ACT de-other");
    assertThat(said(free.lastAct(NOW.minus(Duration.ofDays(3))).gets("5 EUR"))).startsWith("yes");
    LedgerEntry ask = LedgerEntry.moment("a", Kind.ASK, NOW.minus(Duration.ofDays(13)));
    assertThat(said(free.with(ANA.with(ask)).gets("5 EUR"))).isEqualTo("no NEAR_ASK de-other");
    LedgerEntry old = LedgerEntry.moment("a", Kind.ASK, NOW.minus(Duration.ofDays(14)));
    assertThat(said(free.with(ANA.with(old)).gets("5 EUR"))).startsWith("yes");
  }

  @Test
  void yearlyCaps_countWhatWasGiven_toThemAndToTheirCompany() {
    Case free = Case.of("DE", "other");
    assertThat(said(free.spent(Map.of("EUR", 2_500L), Map.of("EUR", 2_500L)).gets("25 EUR")))
        .startsWith("yes");
    assertThat(said(free.spent(Map.of("EUR", 2_501L), Map.of("EUR", 2_501L)).gets("25 EUR")))
        .isEqualTo("no OVER_PERSON de-other");
    assertThat(said(free.spent(Map.of(), Map.of("EUR", 22_501L)).gets("25 EUR")))
        .isEqualTo("no OVER_ACCOUNT de-other");
    assertThat(said(free.spent(Map.of("USD", 1L), Map.of()).gets("25 EUR")))
        .isEqualTo("no CURRENCY de-other");
  }

  static Stream<Relationship> silenced() {
    return Stream.of(
        ANA.with(new Consent(Topic.MESSAGES, Consent.Answer.DECLINED, NOW, "t", "U0ANA")),
        ANA.with(new Consent(Topic.SURPRISES, Consent.Answer.DECLINED, NOW, "t", "U0ANA")),
        ANA.pausedBy(new Pause("U0MAYA", NOW.minusSeconds(9), null, "leave")));
  }

  @ParameterizedTest
  @MethodSource("silenced")
  void whoeverWantsNothing_getsNothing(Relationship between) {
    assertThat(Case.of("DE", "other").with(between).gets("5 EUR")).isInstanceOf(Denied.class);
  }

  @Test
  void whomARoleRulesOut_getsNothing() {
    RoleRules partner = RoleRules.of(List.of(Role.PARTNER));
    assertThat(said(Case.of("DE", "other").with(partner).gets("5 EUR")))
        .isEqualTo("no ROLE de-other");
  }

  @Test
  void whatReadsLikePay_needsAnApprover() {
    assertThat(said(Case.of("DE", "other").gets("a bottle of wine for your review", "15 EUR")))
        .isEqualTo("approver READS_LIKE_PAY de-other");
  }

  @ParameterizedTest
  @CsvSource({
    "Head of Procurement, true",
    "Senior Buyer, true",
    "Leiterin Einkauf, true",
    "Responsable achats, true",
    "Head of Finance, false",
    "Engineer, false",
    "Lawyer, false"
  })
  void titles_tellWhoDecidesAboutPurchases(String title, boolean decides) {
    assertThat(POLICY.terms().isDecider(title)).isEqualTo(decides);
  }

  @Test
  void shippedRules_areNoLegalAdvice_andEachNamesItsSources() {
    assertThat(POLICY.notice()).startsWith("Not legal advice.");
    assertThat(POLICY.version()).matches("2026-11-26 \\([0-9a-f]{8}\\)");
    assertThat(POLICY.rules())
        .hasSizeGreaterThan(25)
        .allSatisfy(rule -> assertThat(rule.grounds().sources()).isNotEmpty());
  }
}
