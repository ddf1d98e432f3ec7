package dev.vouch.nudge.gesture;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import org.jspecify.annotations.Nullable;

/** Whether rules on gifts allow that a small one is suggested for somebody. */
@FunctionalInterface
public interface GiftRules {
  /** Without rules of their country and trade nobody is given anything. */
  GiftRules DENY = (person, account) -> false;

  /**
   * @param account theirs; null where they belong to none
   */
  boolean allowSmallGift(Contact person, @Nullable Account account);
}
