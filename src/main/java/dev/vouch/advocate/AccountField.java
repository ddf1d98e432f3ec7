package dev.vouch.advocate;

import dev.vouch.advocate.Account.Procurement;
import dev.vouch.advocate.Account.Profile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fact about an account that somebody can set, with how it is read from text and shown as text.
 */
public enum AccountField {
  NAME(Account::name, Account::withName),
  TIER(account -> account.tier().wire(), (account, text) -> account.withTier(tier(text))),
  CRITERIA(
      account -> account.profile().criteria(),
      (account, text) -> account.with(criteria(account.profile(), words(text, 300)))),
  OWNER(Account::owner, (account, text) -> account.withOwner(person(text))),
  SPONSOR(Account::sponsor, (account, text) -> account.withSponsor(person(text))),
  DOMAINS(
      account -> joined(account.domains()),
      (account, text) -> each(account, text, (one, sign) -> one.withDomain(domain(sign)))),
  TEAMS(
      account -> joined(account.teams()),
      (account, text) -> each(account, text, (one, sign) -> one.withTeam(team(sign)))),
  CHANNELS(
      account -> joined(account.channels()),
      (account, text) -> each(account, text, (one, sign) -> one.withChannel(channel(sign)))),
  REGION(
      account -> account.profile().region(),
      (account, text) -> account.with(region(account.profile(), words(text, 60)))),
  COUNTRY(
      account -> account.profile().country(),
      (account, text) -> account.with(country(account.profile(), country(text)))),
  SECTOR(
      account -> account.profile().sector(),
      (account, text) -> account.with(sector(account.profile(), words(text, 60)))),
  PROCUREMENT(
      account -> wire(account.profile().procurement()),
      (account, text) -> account.with(procurement(account.profile(), procurement(text)))),
  STAGE(
      account -> account.profile().stage(),
      (account, text) -> account.with(stage(account.profile(), words(text, 60)))),
  RENEWAL(
      account -> Objects.toString(account.profile().renewal(), null),
      (account, text) -> account.with(renewal(account.profile(), day(text))));

  /** Names that people use for countries, beside their codes and names. */
  private static final Map<String, String> USUAL_NAMES =
      Map.of("UK", "GB", "USA", "US", "U.S.", "US", "ENGLAND", "GB", "EUROPEAN UNION", "EU");

  private static final Set<String> COUNTRIES = countries();
  private static final int LONGEST_DOMAIN = 253;
  private static final Set<AccountField> LISTS = Set.of(DOMAINS, TEAMS, CHANNELS);
  private static final Set<AccountField> NEEDED = Set.of(NAME, TIER);

  private final Function<Account, @Nullable String> reading;
  private final BiFunction<Account, String, Account> setting;

  AccountField(
      Function<Account, @Nullable String> reading, BiFunction<Account, String, Account> setting) {
    this.reading = reading;
    this.setting = setting;
  }

  private static Set<String> countries() {
    Set<String> all = new TreeSet<>(Set.of(Locale.getISOCountries()));
    all.add("EU");
    return all;
  }

  /** The name used in commands, files and Redis, for instance {@code renewal}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the account has here, as text; empty where it has nothing. */
  public String of(Account account) {
    return Objects.requireNonNullElse(reading.apply(account), "");
  }

  /** Whether it holds several values, of which each is added by itself. */
  public boolean isList() {
    return LISTS.contains(this);
  }

  /**
   * The account with what the text says here; {@code none} or {@code -} takes it away. Values of a
   * list are added to those that stand.
   *
   * @throws IllegalArgumentException if the text says nothing that can stand here: a sentence that
   *     says what is wrong; what to do
   */
  public Account set(Account account, String text) {
    boolean none = text.equals("-") || text.equalsIgnoreCase("none");
    if (none && NEEDED.contains(this)) {
      throw new IllegalArgumentException("an account needs a %s; write one".formatted(wire()));
    }
    return setting.apply(account, none ? "" : text.strip());
  }

  /** The fields in which two states of an account differ. */
  public static List<AccountField> changed(Account before, Account after) {
    return Arrays.stream(values())
        .filter(field -> !field.of(before).equals(field.of(after)))
        .toList();
  }

  private static Account each(
      Account account, String text, BiFunction<Account, String, Account> add) {
    Account now = account;
    for (String sign : text.split("[\\s,;|]+")) {
      now = sign.isEmpty() ? now : add.apply(now, sign);
    }
    return now;
  }

  private static String joined(Set<String> all) {
    return String.join(", ", new TreeSet<>(all));
  }

  private static Tier tier(String text) {
    return Tier.named(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no tier; write marquee, named or scale".formatted(text)));
  }

  private static @Nullable String person(String text) {
    String id = text.replaceFirst("^<@([^|>]+).*>$", "$1");
    if (!id.isEmpty() && !id.matches("[UW][A-Z0-9]{2,20}")) {
      throw new IllegalArgumentException(
          "\"%s\" is no Slack id; copy it from the person's profile in Slack (Copy member ID)"
              .formatted(text));
    }
    return id.isEmpty() ? null : id;
  }

  /**
   * An e-mail domain; an address or a web page of it will do.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String domain(String text) {
    String domain =
        text.toLowerCase(Locale.ROOT)
            .replaceFirst("^(https?://)?(www\\.|.*@)?", "")
            .replaceFirst("/$", "");
    boolean sound =
        domain.length() <= LONGEST_DOMAIN
            && domain.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    if (!sound) {
      throw new IllegalArgumentException(
          "\"%s\" is not an e-mail domain; one looks like northwind.example".formatted(text));
    }
    return domain;
  }

  /**
   * The id of a Slack workspace.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String team(String text) {
    String team = text.toUpperCase(Locale.ROOT);
    if (!team.matches("[TE][A-Z0-9]{2,20}")) {
      throw new IllegalArgumentException(
          "\"%s\" is not the id of a Slack workspace; one looks like T024BE7LD".formatted(text));
    }
    return team;
  }

  private static String channel(String text) {
    String channel = text.replaceFirst("^<#([^|>]+).*>$", "$1");
    if (!channel.matches("[CG][A-Z0-9]{2,20}")) {
      throw new IllegalArgumentException(
          "\"%s\" is no id of a channel; copy it at the end of the channel's About in Slack"
              .formatted(text));
    }
    return channel;
  }

  private static @Nullable String words(String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "%d characters are too many; write at most %d".formatted(text.length(), longest));
    }
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no day; write it like 2027-01-31".formatted(text), e);
    }
  }

  private static @Nullable String wire(@Nullable Procurement procurement) {
    return procurement == null ? null : procurement.wire();
  }

  private static @Nullable Procurement procurement(String text) {
    return text.isEmpty()
        ? null
        : Procurement.named(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"%s\" says nothing about procurement; write on, negotiation or off"
                            .formatted(text)));
  }

  /** Two letters of ISO 3166, a name in English, or EU for the institutions of the Union. */
  private static @Nullable String country(String text) {
    if (text.isEmpty()) {
      return null;
    }
    String code = text.strip().toUpperCase(Locale.ROOT);
    String usual = USUAL_NAMES.getOrDefault(code, code);
    if (COUNTRIES.contains(usual)) {
      return usual;
    }
    return COUNTRIES.stream()
        .filter(
            one ->
                new Locale.Builder()
                    .setRegion(one)
                    .build()
                    .getDisplayCountry(Locale.ENGLISH)
                    .equalsIgnoreCase(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no country; write its two letters, like DE".formatted(text)));
  }

  private static Profile criteria(Profile was, @Nullable String now) {
    return new Profile(
        now,
        was.region(),
        was.country(),
        was.sector(),
        was.procurement(),
        was.stage(),
        was.renewal());
  }

  private static Profile region(Profile was, @Nullable String now) {
    return new Profile(
        was.criteria(),
        now,
        was.country(),
        was.sector(),
        was.procurement(),
        was.stage(),
        was.renewal());
  }

  private static Profile country(Profile was, @Nullable String now) {
    return new Profile(
        was.criteria(),
        was.region(),
        now,
        was.sector(),
        was.procurement(),
        was.stage(),
        was.renewal());
  }

  private static Profile sector(Profile was, @Nullable String now) {
    return new Profile(
        was.criteria(),
        was.region(),
        was.country(),
        now,
        was.procurement(),
        was.stage(),
        was.renewal());
  }

  private static Profile procurement(Profile was, @Nullable Procurement now) {
    return new Profile(
        was.criteria(), was.region(), was.country(), was.sector(), now, was.stage(), was.renewal());
  }

  private static Profile stage(Profile was, @Nullable String now) {
    return new Profile(
        was.criteria(),
        was.region(),
        was.country(),
        was.sector(),
        was.procurement(),
        now,
        was.renewal());
  }

  private static Profile renewal(Profile was, @Nullable LocalDate now) {
    return new Profile(
        was.criteria(),
        was.region(),
        was.country(),
        was.sector(),
        was.procurement(),
        was.stage(),
        now);
  }
}
