package dev.vouch.nudge.reference;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Tier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that may name a fact: those by which accounts are described, wide regions with what
 * lies in them, tiers, and languages.
 *
 * @param named what is wanted, by the letters that name it
 * @param languages their codes, by their English names
 */
record Vocabulary(Map<String, Wanted> named, Map<String, String> languages) {

  /** What people write into a region that lies in a wider one. */
  private static final Map<String, List<String>> WIDE =
      Map.of(
          "EMEA",
          List.of(
              "Europe",
              "EU",
              "UK",
              "DACH",
              "Nordics",
              "Benelux",
              "Middle East",
              "Africa",
              "Germany",
              "France",
              "Spain",
              "Italy",
              "United Kingdom"),
          "Europe",
          List.of("EU", "UK", "DACH", "Nordics", "Benelux", "Germany", "France", "Spain", "Italy"),
          "APAC",
          List.of("Asia", "ANZ", "Japan", "Australia", "India", "Singapore", "China"),
          "Americas",
          List.of("North America", "Latin America", "LATAM", "US", "USA", "Canada", "Brazil"),
          "North America",
          List.of("US", "USA", "United States", "Canada"));

  private static final Map<String, String> LANGUAGES = tongues();

  static Vocabulary of(Collection<Account> accounts) {
    Map<String, Wanted> named = new HashMap<>();
    WIDE.forEach((wide, within) -> add(named, region(wide, within)));
    for (Tier tier : Tier.values()) {
      Wanted wanted = new Wanted(Facet.TIER, tier.wire(), Set.of(tier.wire()));
      for (String kind : List.of("account", "accounts", "customer", "tier")) {
        named.put(tier.wire() + kind, wanted);
      }
    }
    named.put("marquee", new Wanted(Facet.TIER, "marquee", Set.of("marquee")));
    for (Account account : accounts) {
      for (Facet facet : List.of(Facet.COUNTRY, Facet.SECTOR, Facet.REGION)) {
        String value = facet.of(account);
        if (!value.isEmpty()) {
          add(named, new Wanted(facet, value, Set.of(Words.key(value))));
        }
      }
    }
    return new Vocabulary(named, LANGUAGES);
  }

  private static Wanted region(String wide, List<String> within) {
    Set<String> keys = new TreeSet<>(Set.of(Words.key(wide)));
    within.forEach(one -> keys.add(Words.key(one)));
    return new Wanted(Facet.REGION, wide, keys);
  }

  /** What is wide stays wide, though an account bears its name. */
  private static void add(Map<String, Wanted> named, Wanted wanted) {
    String key = Words.key(wanted.value());
    if (!key.isEmpty()) {
      named.putIfAbsent(key, wanted);
    }
  }

  private static Map<String, String> tongues() {
    Map<String, String> all = new HashMap<>();
    Arrays.stream(Locale.getISOLanguages())
        .forEach(
            code ->
                all.put(
                    Words.key(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)),
                    code));
    return Map.copyOf(all);
  }

  Optional<Wanted> named(String key) {
    return Optional.ofNullable(named.get(key));
  }

  Optional<Wanted> language(String word) {
    return Optional.ofNullable(languages.get(word))
        .map(
            code ->
                new Wanted(
                    Facet.LANGUAGE,
                    Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH),
                    Set.of(code)));
  }
}
