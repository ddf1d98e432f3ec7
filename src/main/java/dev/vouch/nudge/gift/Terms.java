package dev.vouch.nudge.gift;

import dev.vouch.advocate.Account;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words by which a policy knows money, sectors, and who decides about purchases. */
public final class Terms {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern cash;
  private final Pattern deciders;
  private final Map<Sector, Pattern> sectors;

  /**
   * @param cash what is money or as good as money
   * @param deciders what stands in the titles of those who decide about purchases
   * @param sectors what stands in the sectors of accounts, beside the sectors' own names
   */
  Terms(Collection<String> cash, Collection<String> deciders, Map<Sector, List<String>> sectors) {
    this.cash = any(cash);
    this.deciders = any(deciders);
    this.sectors =
        sectors.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> any(entry.getValue())));
  }

  private static Pattern any(Collection<String> words) {
    return words.isEmpty()
        ? NOTHING
        : Pattern.compile(
            words.stream()
                .map(word -> Pattern.quote(word.toLowerCase(Locale.ROOT)))
                .collect(
                    Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")s?(?![\\p{L}\\p{N}])")));
  }

  boolean isCash(String what) {
    return isIn(cash, what);
  }

  /** Whether somebody of that title decides about purchases, as far as the title tells. */
  public boolean isDecider(@Nullable String title) {
    return title != null && isIn(deciders, title);
  }

  /** The sector of an account; empty where it says none, or none that is known here. */
  public Optional<Sector> sector(@Nullable Account account) {
    String text = account == null ? null : account.profile().sector();
    if (text == null) {
      return Optional.empty();
    }
    return Sector.named(text.strip().toLowerCase(Locale.ROOT))
        .or(
            () ->
                Arrays.stream(Sector.values())
                    .filter(sector -> isIn(sectors.getOrDefault(sector, NOTHING), text))
                    .findFirst());
  }

  private static boolean isIn(Pattern words, String text) {
    return words.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
