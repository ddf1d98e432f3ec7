package dev.vouch.nudge.gift;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.nudge.gift.GiftRule.Grounds;
import dev.vouch.nudge.gift.GiftRule.Limits;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a policy, each by its row. */
final class RuleReader {
  private static final String EVERYWHERE = "*";
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "countries",
          "sectors",
          "roles",
          "perGift",
          "perPersonYear",
          "perAccountYear",
          "approveAbove",
          "why",
          "sources",
          "checked");

  private final Map<String, List<String>> groups;
  private final List<String> faults;
  private final Set<String> known = countries();

  RuleReader(Map<String, List<String>> groups, List<String> faults) {
    this.groups = groups;
    this.faults = faults;
    groups.forEach((name, all) -> all.forEach(one -> check("groups, " + name, one)));
  }

  private static Set<String> countries() {
    Set<String> all = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
    all.add("EU");
    return all;
  }

  private void check(String where, String country) {
    if (!known.contains(country)) {
      faults.add("%s: \"%s\" is no country; write two letters, like DE".formatted(where, country));
    }
  }

  List<GiftRule> rules(@Nullable JsonElement all) {
    List<GiftRule> rules = new ArrayList<>();
    List<JsonElement> rows = PolicyFile.elements(all);
    if (rows.isEmpty()) {
      faults.add("rules is missing; write a list of at least one rule in [ ]");
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof JsonObject row) {
        new Row(i + 1, row).rule(rules);
      } else {
        faults.add("rule %d is no object; write it in { }".formatted(i + 1));
      }
    }
    return rules;
  }

  /** One rule as it stands in the file. */
  private final class Row {
    private final JsonObject row;
    private final String name;
    private final int faultsBefore = faults.size();

    Row(int number, JsonObject row) {
      this.row = row;
      String id = PolicyFile.string(row.get("id")).orElse("");
      this.name = id.isBlank() ? "rule " + number : "rule %d (%s)".formatted(number, id);
    }

    void rule(List<GiftRule> before) {
      row.keySet().stream()
          .filter(field -> !FIELDS.contains(field))
          .forEach(field -> fault(field, "it means nothing here; take it out"));
      String id = needed("id", "write a short name that no other rule has");
      if (before.stream().anyMatch(one -> one.id().equals(id))) {
        fault("id", "another rule has it already; choose another");
      }
      Limits limits = limits();
      GiftRule rule = new GiftRule(id, within(), sectors(), deciders(), limits, grounds());
      before.stream()
          .filter(one -> hides(one, rule))
          .findFirst()
          .ifPresent(
              one ->
                  fault(
                      "countries",
                      "it never decides, because %s fits all that it does; put it before that"
                          .formatted(one.id())));
      if (faults.size() == faultsBefore) {
        before.add(rule);
      }
    }

    private void fault(String field, String problem) {
      faults.add("%s, %s: %s".formatted(name, field, problem));
    }

    private String needed(String field, String what) {
      Optional<String> text = PolicyFile.string(row.get(field)).filter(one -> !one.isBlank());
      if (text.isEmpty()) {
        fault(field, "it is missing; " + what);
      }
      return text.orElse("");
    }

    private List<String> list(String field, String what) {
      List<String> all =
          PolicyFile.elements(row.get(field)).stream()
              .flatMap(one -> PolicyFile.string(one).stream())
              .toList();
      if (all.isEmpty()) {
        fault(field, "it is missing; " + what);
      }
      return all;
    }

    /** Empty for all countries. */
    private Set<String> within() {
      List<String> named = list("countries", "write countries or groups in [ ], or \"*\" for all");
      if (named.contains(EVERYWHERE)) {
        return Set.of();
      }
      Set<String> all = new HashSet<>();
      for (String one : named) {
        List<String> group = groups.get(one);
        if (group != null) {
          all.addAll(group);
        } else {
          check(name + ", countries", one);
          all.add(one);
        }
      }
      return all;
    }

    private Set<Sector> sectors() {
      Set<Sector> all = EnumSet.noneOf(Sector.class);
      for (String one : list("sectors", "write public, health, finance or other in [ ]")) {
        Sector.named(one)
            .ifPresentOrElse(
                all::add,
                () ->
                    fault(
                        "sectors",
                        "\"%s\" is none; there are public, health, finance and other"
                            .formatted(one)));
      }
      return all;
    }

    private boolean deciders() {
      List<String> roles = list("roles", "write \"any\" or \"decider\" in [ ]");
      roles.stream()
          .filter(one -> !one.equals("any") && !one.equals("decider"))
          .forEach(
              one -> fault("roles", "\"%s\" is none; there are any and decider".formatted(one)));
      return !roles.contains("any");
    }

    private Limits limits() {
      Money perGift = money("perGift");
      Money person = money("perPersonYear");
      Money account = money("perAccountYear");
      Money approve = money("approveAbove");
      List<Money> all = List.of(person, account, approve);
      if (all.stream().anyMatch(one -> !one.currency().equals(perGift.currency()))) {
        fault("perGift", "all amounts of a rule are of one currency; change the others to it");
      } else if (person.compareTo(perGift) < 0 || account.compareTo(person) < 0) {
        fault(
            "perPersonYear",
            "a year's amount is at least that of a gift, and an account's that of a person");
      }
      return new Limits(perGift, person, account, approve);
    }

    private Money money(String field) {
      String text = needed(field, "write an amount like \"25 EUR\"");
      try {
        return Money.parse(text.isEmpty() ? "0 EUR" : text);
      } catch (IllegalArgumentException e) {
        fault(field, String.valueOf(e.getMessage()));
        return Money.parse("0 EUR");
      }
    }

    private Grounds grounds() {
      String why = needed("why", "say in a sentence why");
      List<String> sources = list("sources", "name the law, code or notice in [ ]");
      String checked = PolicyFile.string(row.get("checked")).orElse(null);
      if (checked != null) {
        try {
          LocalDate unused = LocalDate.parse(checked);
        } catch (DateTimeParseException e) {
          fault("checked", "\"%s\" is no day; write it like 2027-01-31".formatted(checked));
        }
      }
      return new Grounds(why, sources, checked);
    }
  }

  /** Whether the first leaves nothing for the second to decide. */
  private static boolean hides(GiftRule first, GiftRule second) {
    boolean countries =
        first.countries().isEmpty()
            || !second.countries().isEmpty() && first.countries().containsAll(second.countries());
    return countries
        && first.sectors().containsAll(second.sectors())
        && (!first.deciders() || second.deciders());
  }
}
