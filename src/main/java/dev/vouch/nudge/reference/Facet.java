package dev.vouch.nudge.reference;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact by which a request may choose. */
public enum Facet {
  TIER,
  SECTOR,
  REGION,
  COUNTRY,
  LANGUAGE;

  private final Optional<AccountField> field =
      Arrays.stream(AccountField.values()).filter(one -> one.name().equals(name())).findAny();

  /** Its name in a sentence, for instance {@code sector}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an account has here, as text; empty where it has nothing. */
  String of(@Nullable Account account) {
    return account == null ? "" : field.map(one -> one.of(account)).orElse("");
  }

  /** What somebody has here, as text; empty where nothing is known. */
  String of(Candidate candidate) {
    String language = candidate.language();
    return this == LANGUAGE
        ? language == null ? "" : Locale.forLanguageTag(language).getLanguage()
        : of(candidate.account());
  }
}
