package dev.vouch.nudge.gift;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.vouch.nudge.gift.GiftPolicy.Distances;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy of gifts from JSON, and says of each fault where it is and what to do. */
public final class PolicyFile {
  private static final Set<String> FIELDS =
      Set.of(
          "version",
          "notice",
          "cashEquivalents",
          "deciders",
          "sectors",
          "groups",
          "rates",
          "distances",
          "rules");

  private static final int LONGEST_DISTANCE = 3_650;

  private final List<String> faults = new ArrayList<>();
  private final JsonObject json;

  /** Why a file is no policy: every fault, each in a sentence. */
  public static final class Faulty extends Exception {
    private static final long serialVersionUID = 1;
    private final List<String> faults;

    Faulty(List<String> faults) {
      super(String.join("\n", faults));
      this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
      return faults;
    }
  }

  private PolicyFile(JsonObject json) {
    this.json = json;
  }

  /** The cautious rules that come with Vouch. */
  public static GiftPolicy shipped() {
    try (InputStream in = PolicyFile.class.getResourceAsStream("gifts.json")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks gifts.json");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Faulty e) {
      throw new IllegalStateException("the rules that come with Vouch are faulty", e);
    }
  }

  /**
   * The policy in a file.
   *
   * @throws Faulty naming every fault
   */
  public static GiftPolicy of(Path file) throws Faulty {
    try {
      return read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Faulty(List.of("it cannot be read: check that it is there, a file, and UTF-8"));
    }
  }

  static GiftPolicy read(String text) throws Faulty {
    JsonElement whole;
    try {
      whole = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new Faulty(List.of("it is no JSON: " + e.getMessage()));
    }
    if (!whole.isJsonObject()) {
      throw new Faulty(List.of("it is no JSON object; begin it with {"));
    }
    return new PolicyFile(whole.getAsJsonObject()).policy(fingerprint(text));
  }

  private GiftPolicy policy(String fingerprint) throws Faulty {
    json.keySet().stream()
        .filter(field -> !FIELDS.contains(field))
        .forEach(field -> faults.add(field + " means nothing here; take it out"));
    String version = text("version", "write one that you change with every change of the rules");
    String notice = text("notice", "say what it is and who is answerable for it");
    Terms terms = new Terms(words("cashEquivalents"), words("deciders"), sectors());
    Distances distances = new Distances(days("act"), days("ask"), days("renewal"));
    Rates rates = rates();
    List<GiftRule> rules = new RuleReader(groups(), faults).rules(json.get("rules"));
    if (!faults.isEmpty()) {
      throw new Faulty(faults);
    }
    return new GiftPolicy(
        "%s (%s)".formatted(version, fingerprint), notice, terms, distances, rates, rules);
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private String text(String field, String what) {
    Optional<String> text = string(json.get(field)).filter(one -> !one.isBlank());
    if (text.isEmpty()) {
      faults.add("%s is missing; %s".formatted(field, what));
    }
    return text.orElse("");
  }

  private List<String> words(String field) {
    return strings(field, json.get(field));
  }

  private List<String> strings(String where, @Nullable JsonElement all) {
    if (all == null || !all.isJsonArray()) {
      faults.add(where + " is missing; write a list of words in [ ]");
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (JsonElement one : all.getAsJsonArray()) {
      string(one)
          .filter(word -> !word.isBlank())
          .ifPresentOrElse(
              words::add, () -> faults.add(where + " holds something that is no word"));
    }
    return words;
  }

  private Map<Sector, List<String>> sectors() {
    Map<Sector, List<String>> sectors = new EnumMap<>(Sector.class);
    JsonObject given = object("sectors");
    given
        .keySet()
        .forEach(
            name ->
                Sector.named(name)
                    .ifPresentOrElse(
                        sector -> sectors.put(sector, strings("sectors, " + name, given.get(name))),
                        () ->
                            faults.add(
                                "sectors, %s: there are public, health, finance and other"
                                    .formatted(name))));
    return sectors;
  }

  private Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new HashMap<>();
    JsonObject given = object("groups");
    given.keySet().forEach(name -> groups.put(name, strings("groups, " + name, given.get(name))));
    return groups;
  }

  private Duration days(String what) {
    JsonElement days = object("distances").get(what + "Days");
    Optional<BigDecimal> number = number(days);
    boolean sound =
        number
            .filter(one -> one.signum() >= 0 && one.stripTrailingZeros().scale() <= 0)
            .filter(one -> one.compareTo(BigDecimal.valueOf(LONGEST_DISTANCE)) <= 0)
            .isPresent();
    if (!sound) {
      faults.add(
          "distances, %sDays: write a whole number of days from 0 to %d"
              .formatted(what, LONGEST_DISTANCE));
      return Duration.ZERO;
    }
    return Duration.ofDays(number.map(BigDecimal::longValue).orElse(0L));
  }

  private Rates rates() {
    if (!json.has("rates")) {
      return Rates.NONE;
    }
    JsonObject given = object("rates");
    Map<String, BigDecimal> perEuro = new HashMap<>();
    JsonElement all = given.get("perEuro");
    if (all != null && all.isJsonObject()) {
      all.getAsJsonObject().entrySet().forEach(one -> rate(one.getKey(), one.getValue(), perEuro));
    }
    Optional<String> stated = string(given.get("stated")).filter(one -> !one.isBlank());
    if (stated.isEmpty()) {
      faults.add("rates, stated is missing; say from which day and where they are");
    }
    return new Rates(stated.orElse(""), perEuro);
  }

  private void rate(String code, JsonElement value, Map<String, BigDecimal> perEuro) {
    try {
      Money known = Money.parse("1 " + code);
      Optional<BigDecimal> rate = number(value).filter(one -> one.signum() > 0);
      rate.ifPresentOrElse(
          one -> perEuro.put(known.code(), one),
          () -> faults.add("rates, %s: write how many of it one euro is".formatted(code)));
    } catch (IllegalArgumentException e) {
      faults.add("rates, %s: %s".formatted(code, e.getMessage()));
    }
  }

  private JsonObject object(String field) {
    JsonElement value = json.get(field);
    if (value == null || !value.isJsonObject()) {
      String fault = field + " is missing; write an object in { }";
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
      return new JsonObject();
    }
    return value.getAsJsonObject();
  }

  static Optional<String> string(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive text && text.isString()
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive number && number.isNumber()
        ? Optional.of(number.getAsBigDecimal())
        : Optional.empty();
  }

  /** The elements of a list; none where it is no list. */
  static List<JsonElement> elements(@Nullable JsonElement value) {
    return value instanceof JsonArray array ? array.asList() : List.of();
  }
}
