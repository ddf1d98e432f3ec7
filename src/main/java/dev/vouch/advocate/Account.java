package dev.vouch.advocate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer organisation.
 *
 * @param id made from its first name by {@link #idOf}; stays when the name changes
 * @param version how often it has been changed; 0 while nothing is stored of it
 */
public record Account(
    String id, String name, Tier tier, Care care, Signs signs, Profile profile, long version) {

  private static final int LONGEST_NAME = 80;

  /**
   * Who of us has it in their care.
   *
   * @param owner Slack id of the rep who looks after it
   * @param sponsor Slack id of the executive who knows its people
   */
  public record Care(@Nullable String owner, @Nullable String sponsor) {
    static final Care NOBODY = new Care(null, null);
  }

  /**
   * What shows that somebody or something belongs to it; no two accounts share one.
   *
   * @param domains e-mail domains of its people, in lower case
   * @param teams Slack workspaces (connected ones) of its people
   * @param channels Slack channels that we share with it
   */
  public record Signs(Set<String> domains, Set<String> teams, Set<String> channels) {
    static final Signs NONE = new Signs(Set.of(), Set.of(), Set.of());

    public Signs {
      domains = Set.copyOf(domains);
      teams = Set.copyOf(teams);
      channels = Set.copyOf(channels);
    }
  }

  /**
   * What kind of customer it is, in the company's own words.
   *
   * @param criteria why it has its tier
   * @param country as two letters of ISO 3166; what gifts are allowed hangs on it
   * @param sector and on this
   * @param procurement whether it is buying something of ours now, and on this; null while unknown
   * @param stage how far it has come with us
   * @param renewal when its contract ends or is renewed
   */
  public record Profile(
      @Nullable String criteria,
      @Nullable String region,
      @Nullable String country,
      @Nullable String sector,
      @Nullable Procurement procurement,
      @Nullable String stage,
      @Nullable LocalDate renewal) {
    static final Profile UNKNOWN = new Profile(null, null, null, null, null);

    /** One of which nobody has said where it is and whether it is buying. */
    public Profile(
        @Nullable String criteria,
        @Nullable String region,
        @Nullable String sector,
        @Nullable String stage,
        @Nullable LocalDate renewal) {
      this(criteria, region, null, sector, null, stage, renewal);
    }
  }

  /** Whether a customer is about to decide on something of ours. */
  public enum Procurement {
    /** Nothing is open. */
    OFF,
    /** A tender or another choice among suppliers is open. */
    ON,
    /** Terms are being talked about, of a purchase or a renewal. */
    NEGOTIATION;

    /** The name used in commands, files and Redis, for instance {@code negotiation}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a person means by a word. */
    public static Optional<Procurement> named(String word) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "off", "no", "closed" -> Optional.of(OFF);
        case "on", "yes", "open", "tender", "rfp" -> Optional.of(ON);
        case "negotiation", "negotiating" -> Optional.of(NEGOTIATION);
        default -> Optional.empty();
      };
    }
  }

  public Account {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "an account's name has 1 to %d characters".formatted(LONGEST_NAME));
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an account's name needs a letter or a digit: " + name);
    }
  }

  /** A new account that nobody has said anything about yet. */
  public static Account named(String name) {
    return new Account(idOf(name), name, Tier.SCALE, Care.NOBODY, Signs.NONE, Profile.UNKNOWN, 0);
  }

  /** Letters and digits of the name in lower case, joined by hyphens: {@code northwind-foods}. */
  public static String idOf(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  public @Nullable String owner() {
    return care.owner();
  }

  public @Nullable String sponsor() {
    return care.sponsor();
  }

  public Set<String> domains() {
    return signs.domains();
  }

  public Set<String> teams() {
    return signs.teams();
  }

  public Set<String> channels() {
    return signs.channels();
  }

  public Account withName(String newName) {
    return new Account(id, newName, tier, care, signs, profile, version);
  }

  public Account withTier(Tier newTier) {
    return new Account(id, name, newTier, care, signs, profile, version);
  }

  public Account withOwner(@Nullable String owner) {
    return with(new Care(owner, care.sponsor()));
  }

  public Account withSponsor(@Nullable String sponsor) {
    return with(new Care(care.owner(), sponsor));
  }

  private Account with(Care newCare) {
    return new Account(id, name, tier, newCare, signs, profile, version);
  }

  public Account withDomain(String domain) {
    return with(new Signs(plus(domains(), domain.toLowerCase(Locale.ROOT)), teams(), channels()));
  }

  public Account withTeam(String team) {
    return with(new Signs(domains(), plus(teams(), team), channels()));
  }

  public Account withChannel(String channel) {
    return with(new Signs(domains(), teams(), plus(channels(), channel)));
  }

  /** Without that domain, workspace or channel. */
  public Account without(String sign) {
    return with(new Signs(minus(domains(), sign), minus(teams(), sign), minus(channels(), sign)));
  }

  private Account with(Signs newSigns) {
    return new Account(id, name, tier, care, newSigns, profile, version);
  }

  public Account with(Profile newProfile) {
    return new Account(id, name, tier, care, signs, newProfile, version);
  }

  /** As it is once it was stored another time. */
  public Account next() {
    return new Account(id, name, tier, care, signs, profile, version + 1);
  }

  private static Set<String> plus(Set<String> all, String one) {
    Set<String> more = new TreeSet<>(all);
    more.add(one);
    return more;
  }

  private static Set<String> minus(Set<String> all, String one) {
    Set<String> fewer = new TreeSet<>(all);
    fewer.remove(one);
    return fewer;
  }
}
