package dev.vouch.advocate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is to us; somebody may be several things at once. */
public enum Role {
  /** Speaks up for us because they want to. */
  ADVOCATE(true),
  /** Is heard by many, whatever they think of us. */
  INFLUENCER(true),
  /** Works for us. */
  EMPLOYEE(false),
  /** Works for a company that sells or builds with us. */
  PARTNER(false),
  /** Works for a company that buys from us. */
  CUSTOMER(false);

  private final boolean personal;

  Role(boolean personal) {
    this.personal = personal;
  }

  /** Whether it stays with the person who changes employers. */
  public boolean isPersonal() {
    return personal;
  }

  /** The name used in files, exports and Redis, for instance {@code partner}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name, if there is one. */
  public static Optional<Role> named(String wire) {
    return Arrays.stream(values()).filter(role -> role.wire().equalsIgnoreCase(wire)).findAny();
  }
}
