package dev.vouch.advocate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer organisation.
 *
 * @param id made from its first name by {@link #idOf}; stays when the name changes
 * @param owner Slack id of the rep who looks after it
 * @param sponsor Slack id of the executive who knows its people
 * @param domains e-mail domains whose people belong to it, in lower case
 * @param teams Slack workspaces (connected ones) whose people belong to it
 */
public record Account(
    String id,
    String name,
    Tier tier,
    @Nullable String owner,
    @Nullable String sponsor,
    Set<String> domains,
    Set<String> teams) {

  private static final int LONGEST_NAME = 80;

  public Account {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "an account's name has 1 to %d characters".formatted(LONGEST_NAME));
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("an account's name needs a letter or a digit: " + name);
    }
    domains = Set.copyOf(domains);
    teams = Set.copyOf(teams);
  }

  /** A new account that nobody has said anything about yet. */
  public static Account named(String name) {
    return new Account(idOf(name), name, Tier.SCALE, null, null, Set.of(), Set.of());
  }

  /** Letters and digits of the name in lower case, joined by hyphens: {@code northwind-foods}. */
  public static String idOf(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  public Account withName(String newName) {
    return new Account(id, newName, tier, owner, sponsor, domains, teams);
  }

  public Account withTier(Tier newTier) {
    return new Account(id, name, newTier, owner, sponsor, domains, teams);
  }

  public Account withOwner(@Nullable String newOwner) {
    return new Account(id, name, tier, newOwner, sponsor, domains, teams);
  }

  public Account withSponsor(@Nullable String newSponsor) {
    return new Account(id, name, tier, owner, newSponsor, domains, teams);
  }

  public Account withDomain(String domain) {
    return new Account(
        id, name, tier, owner, sponsor, plus(domains, domain.toLowerCase(Locale.ROOT)), teams);
  }

  public Account withTeam(String team) {
    return new Account(id, name, tier, owner, sponsor, domains, plus(teams, team));
  }

  private static Set<String> plus(Set<String> all, String one) {
    Set<String> more = new TreeSet<>(all);
    more.add(one);
    return more;
  }
}
